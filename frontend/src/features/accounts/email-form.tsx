import { useState } from 'react';
import { retryAfterSeconds } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
import type { AccountDetails, ChangeEmailRequest } from '../../api/generated/types.gen';
import { Button } from '../../ui/button';
import { focusOnShow } from '../../ui/focus-on-show';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { type FieldErrors, useFieldErrors } from '../../ui/use-field-errors';
import { useChangeEmail } from './account-queries';
import { aboutEmail } from './register-values';
import { UserName } from './user-name';

interface EmailFormProps {
  readonly details: AccountDetails;
  readonly onSent: (email: string) => void;
  readonly onCancel: () => void;
}

function complaintsAbout(
  { email, password }: ChangeEmailRequest,
  current: string,
): FieldErrors<keyof ChangeEmailRequest> {
  const complaint =
    email.trim() === current ? 'This is the address you already have.' : aboutEmail(email.trim());
  return {
    ...(complaint !== null && { email: complaint }),
    ...(password === '' && { password: 'Type your password.' }),
  };
}

/** Asks for a mail to a new address; the address changes once it is confirmed on the page that the link opens. */
export function EmailForm({ details, onSent, onCancel }: EmailFormProps) {
  const [values, setValues] = useState<ChangeEmailRequest>({ email: '', password: '' });
  const change = useChangeEmail(details.id);
  const refusal = change.error && readFormRefusal(change.error, ['email', 'password']);
  const { errors, occasion, complain, mend } = useFieldErrors(change.error, refusal?.fields);

  function changeField(field: keyof ChangeEmailRequest, value: string): void {
    setValues({ ...values, [field]: value });
    mend(field);
  }

  function submit(): Promise<unknown> | undefined {
    if (complain(complaintsAbout(values, details.email))) {
      change.reset();
      return undefined;
    }
    const request = { ...values, email: values.email.trim() };
    return change.mutateAsync(request, {
      onSuccess: () => {
        onSent(request.email);
      },
    });
  }

  return (
    <Form label="Change the e-mail address" message={refusal?.form} refusal={occasion} onSubmit={submit}>
      <UserName email={details.email} />
      <TextField
        ref={focusOnShow}
        label="New e-mail address"
        name="email"
        type="email"
        hint="A mail with a link goes there. The address changes once you open it and confirm on its page."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={values.email}
        error={errors.email}
        onChange={(value) => {
          changeField('email', value);
        }}
      />
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        value={values.password}
        error={errors.password}
        onChange={(value) => {
          changeField('password', value);
        }}
      />
      <FormActions>
        <SubmitButton
          busy={change.isPending}
          refusal={change.error}
          waitSeconds={retryAfterSeconds(change.error)}
        >
          Send the mail
        </SubmitButton>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  );
}
