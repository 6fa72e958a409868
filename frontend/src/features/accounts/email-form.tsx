import { useForm } from '../../api-ui/use-form';
import type { AccountDetails } from '../../api/generated/types.gen';
import { Button } from '../../ui/button';
import { focusOnShow } from '../../ui/focus-on-show';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { useChangeEmail } from './account-queries';
import { aboutEmail } from './register-values';
import { UserName } from './user-name';

interface EmailFormProps {
  readonly details: AccountDetails;
  readonly onSent: (email: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a mail to a new address; the address changes once it is confirmed on the page that the link opens. */
export function EmailForm({ details, onSent, onCancel }: EmailFormProps) {
  const change = useChangeEmail(details.id);
  const form = useForm({
    initial: { email: '', password: '' },
    validate: ({ email, password }) => ({
      email:
        email.trim() === details.email ? 'This is the address you already have.' : aboutEmail(email.trim()),
      password: password === '' ? 'Type your password.' : null,
    }),
    mutation: change,
    submit: ({ email, password }) =>
      change.mutateAsync(
        { email: email.trim(), password },
        {
          onSuccess: () => {
            onSent(email.trim());
          },
        },
      ),
  });

  return (
    <Form label="Change the e-mail address" {...form.formProps}>
      <UserName email={details.email} />
      <TextField
        ref={focusOnShow}
        label="New e-mail address"
        type="email"
        hint="A mail with a link goes there. The address changes once you open it and confirm on its page."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.field('email')}
      />
      <PasswordField label="Your password" autoComplete="current-password" {...form.field('password')} />
      <FormActions>
        <SubmitButton {...form.submitProps}>Send the mail</SubmitButton>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  );
}
