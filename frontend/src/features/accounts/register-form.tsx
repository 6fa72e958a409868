import { useForm } from '../../api-ui/use-form';
import type { Account } from '../../api/generated/types.gen';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { useRegister } from './account-queries';
import { aboutEmail, aboutName, aboutPassword, limits, passwordHint } from './register-values';

interface RegisterFormProps {
  /** Waited for: until it is done, the form shows the registration as under way. */
  readonly onRegistered: (account: Account) => Promise<void>;
}

export function RegisterForm({ onRegistered }: RegisterFormProps) {
  const register = useRegister(onRegistered);
  const form = useForm({
    initial: { name: '', email: '', password: '' },
    validate: ({ name, email, password }) => ({
      name: aboutName(name.trim()),
      email: aboutEmail(email.trim()),
      password: aboutPassword(password),
    }),
    mutation: register,
    submit: ({ name, email, password }) =>
      register.mutateAsync({ name: name.trim(), email: email.trim(), password }),
  });

  return (
    <Form label="Register" {...form.formProps}>
      <TextField
        label="Name"
        hint="Shown with what you write."
        autoComplete="name"
        required
        limit={limits.name}
        {...form.field('name')}
      />
      <TextField
        label="E-mail"
        type="email"
        hint="To log in with. Nobody else sees it."
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.field('email')}
      />
      <PasswordField
        label="Password"
        hint={passwordHint}
        autoComplete="new-password"
        {...form.field('password')}
      />
      <FormActions>
        <SubmitButton {...form.submitProps}>Register</SubmitButton>
      </FormActions>
    </Form>
  );
}
