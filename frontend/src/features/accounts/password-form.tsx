import { useForm } from '../../api-ui/use-form';
import type { AccountDetails } from '../../api/generated/types.gen';
import { Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { useChangePassword } from './account-queries';
import { aboutPassword, passwordHint } from './register-values';
import { UserName } from './user-name';

const nothing = { currentPassword: '', newPassword: '' };

export function PasswordForm({ details }: { readonly details: AccountDetails }) {
  const change = useChangePassword(details.id);
  const form = useForm({
    initial: nothing,
    validate: ({ currentPassword, newPassword }) => ({
      currentPassword: currentPassword === '' ? 'Type the password you have now.' : null,
      newPassword: aboutPassword(newPassword),
    }),
    mutation: change,
    submit: (values) =>
      change.mutateAsync(values, {
        onSuccess: () => {
          form.setValues(nothing);
        },
      }),
    onChange: () => {
      if (change.isSuccess) change.reset();
    },
    uncertainty:
      'Your password may have been changed all the same: to find out, log in with the new one on another device.',
  });

  return (
    <Form label="Change your password" {...form.formProps}>
      {change.isSuccess && (
        <Notice meaning="news">Your password is changed, and all other devices are logged out.</Notice>
      )}
      <UserName email={details.email} />
      <PasswordField
        label="Current password"
        autoComplete="current-password"
        {...form.field('currentPassword')}
      />
      <PasswordField
        label="New password"
        hint={passwordHint}
        autoComplete="new-password"
        {...form.field('newPassword')}
      />
      <FormActions>
        <SubmitButton look="plain" {...form.submitProps}>
          Change the password
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
