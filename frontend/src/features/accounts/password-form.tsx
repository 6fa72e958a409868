import { useState } from 'react';
import { retryAfterSeconds } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
import type { AccountDetails, ChangePasswordRequest } from '../../api/generated/types.gen';
import { Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { type FieldErrors, useFieldErrors } from '../../ui/use-field-errors';
import { useChangePassword } from './account-queries';
import { aboutPassword, passwordHint } from './register-values';
import { UserName } from './user-name';

const mayBeChanged =
  'Your password may have been changed all the same: to find out, log in with the new one on another device.';

const nothing: ChangePasswordRequest = { currentPassword: '', newPassword: '' };

function complaintsAbout(values: ChangePasswordRequest): FieldErrors<keyof ChangePasswordRequest> {
  const complaint = aboutPassword(values.newPassword);
  return {
    ...(values.currentPassword === '' && { currentPassword: 'Type the password you have now.' }),
    ...(complaint !== null && { newPassword: complaint }),
  };
}

export function PasswordForm({ details }: { readonly details: AccountDetails }) {
  const [values, setValues] = useState(nothing);
  const change = useChangePassword(details.id);
  const refusal =
    change.error && readFormRefusal(change.error, ['currentPassword', 'newPassword'], mayBeChanged);
  const { errors, occasion, complain, mend } = useFieldErrors(change.error, refusal?.fields);

  function changeField(field: keyof ChangePasswordRequest, value: string): void {
    setValues({ ...values, [field]: value });
    mend(field);
    if (change.isSuccess) change.reset();
  }

  function submit(): Promise<unknown> | undefined {
    if (complain(complaintsAbout(values))) {
      change.reset();
      return undefined;
    }
    return change.mutateAsync(values, {
      onSuccess: () => {
        setValues(nothing);
      },
    });
  }

  return (
    <Form label="Change your password" message={refusal?.form} refusal={occasion} onSubmit={submit}>
      {change.isSuccess && (
        <Notice meaning="news">Your password is changed, and all other devices are logged out.</Notice>
      )}
      <UserName email={details.email} />
      <PasswordField
        label="Current password"
        name="currentPassword"
        autoComplete="current-password"
        value={values.currentPassword}
        error={errors.currentPassword}
        onChange={(value) => {
          changeField('currentPassword', value);
        }}
      />
      <PasswordField
        label="New password"
        name="newPassword"
        hint={passwordHint}
        autoComplete="new-password"
        value={values.newPassword}
        error={errors.newPassword}
        onChange={(value) => {
          changeField('newPassword', value);
        }}
      />
      <FormActions>
        <SubmitButton
          look="plain"
          busy={change.isPending}
          refusal={change.error}
          waitSeconds={retryAfterSeconds(change.error)}
        >
          Change the password
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
