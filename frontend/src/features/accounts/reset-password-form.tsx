import { useState } from 'react';
import { retryAfterSeconds } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { focusOnShow } from '../../ui/focus-on-show';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { useFieldErrors } from '../../ui/use-field-errors';
import { isLinkOver, LinkOver } from './link-over';
import { useResetPassword } from './recovery-queries';
import { aboutPassword, passwordHint } from './register-values';

const mayBeChanged =
  'Your password may have been changed all the same: to find out, log in with the new one.';

interface ResetPasswordFormProps {
  /** What the link of the mail carried, or null without it. */
  readonly token: string | null;
  readonly onReset: () => void;
}

export function ResetPasswordForm({ token, onReset }: ResetPasswordFormProps) {
  const [newPassword, setNewPassword] = useState('');
  const reset = useResetPassword(onReset);
  const refusal = reset.error && readFormRefusal(reset.error, ['newPassword'], mayBeChanged);
  const { errors, occasion, complain, mend } = useFieldErrors(reset.error, refusal?.fields);

  if (reset.isSuccess) {
    return (
      <div role="status" ref={focusOnShow} tabIndex={-1}>
        <EmptyState
          title="Your password is changed"
          actions={
            <LinkButton look="primary" to="/log-in">
              Log in
            </LinkButton>
          }
        >
          All devices are logged out. Log in with the new password.
        </EmptyState>
      </div>
    );
  }
  if (token === null || isLinkOver(reset.error)) {
    return (
      <LinkOver
        isMissing={token === null}
        actions={
          <LinkButton look="primary" to="/forgot-password">
            Ask for another mail
          </LinkButton>
        }
      />
    );
  }

  const sentToken = token;
  function submit(): Promise<unknown> | undefined {
    const complaint = aboutPassword(newPassword);
    if (complain(complaint === null ? {} : { newPassword: complaint })) {
      reset.reset();
      return undefined;
    }
    return reset.mutateAsync({ token: sentToken, newPassword });
  }

  return (
    <Form label="Choose a new password" message={refusal?.form} refusal={occasion} onSubmit={submit}>
      <PasswordField
        label="New password"
        name="newPassword"
        hint={passwordHint}
        autoComplete="new-password"
        value={newPassword}
        error={errors.newPassword}
        onChange={(value) => {
          setNewPassword(value);
          mend('newPassword');
        }}
      />
      <FormActions>
        <SubmitButton
          busy={reset.isPending}
          refusal={reset.error}
          waitSeconds={retryAfterSeconds(reset.error)}
        >
          Change the password
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
