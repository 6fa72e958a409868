import { useForm } from '../../api-ui/use-form';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { focusOnShow } from '../../ui/focus-on-show';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { isLinkOver, LinkOver } from './link-over';
import { useResetPassword } from './recovery-queries';
import { aboutPassword, passwordHint } from './register-values';

interface ResetPasswordFormProps {
  /** What the link of the mail carried, or null without it. */
  readonly token: string | null;
  readonly onReset: () => void;
}

export function ResetPasswordForm({ token, onReset }: ResetPasswordFormProps) {
  const reset = useResetPassword(onReset);
  const form = useForm({
    initial: { newPassword: '' },
    validate: ({ newPassword }) => ({ newPassword: aboutPassword(newPassword) }),
    mutation: reset,
    submit: ({ newPassword }) => (token === null ? undefined : reset.mutateAsync({ token, newPassword })),
    uncertainty: 'Your password may have been changed all the same: to find out, log in with the new one.',
  });

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

  return (
    <Form label="Choose a new password" {...form.formProps}>
      <PasswordField
        label="New password"
        hint={passwordHint}
        autoComplete="new-password"
        {...form.field('newPassword')}
      />
      <FormActions>
        <SubmitButton {...form.submitProps}>Change the password</SubmitButton>
      </FormActions>
    </Form>
  );
}
