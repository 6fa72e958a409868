import { Link } from 'react-router';
import { useForm } from '../../api-ui/use-form';
import { hasStatus } from '../../api/api-error';
import type { Account } from '../../api/generated/types.gen';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { useLogIn } from './log-in';

interface LogInFormProps {
  /** Waited for: until it is done, the form shows the login as under way. */
  readonly onAccepted: (account: Account) => Promise<void>;
}

export function LogInForm({ onAccepted }: LogInFormProps) {
  const logIn = useLogIn(onAccepted);
  const form = useForm({
    initial: { email: '', password: '' },
    validate: ({ email, password }) => ({
      email: email.trim() === '' ? 'Type the e-mail address of your account.' : null,
      password: password === '' ? 'Type your password.' : null,
    }),
    mutation: logIn,
    submit: ({ email, password }) => logIn.mutateAsync({ email: email.trim(), password }),
    onChange: (field, value) => {
      // The wait was for the address that it was imposed on.
      const isOther = field === 'email' && value.trim() !== logIn.variables?.email;
      if (isOther && hasStatus(logIn.error, 429)) logIn.reset();
    },
  });

  return (
    <Form label="Log in" {...form.formProps}>
      <TextField
        label="E-mail"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.field('email')}
      />
      <PasswordField label="Password" autoComplete="current-password" {...form.field('password')} />
      <FormActions>
        <SubmitButton {...form.submitProps}>Log in</SubmitButton>
        <Link to="/forgot-password" state={{ email: form.values.email.trim() }}>
          Forgot your password?
        </Link>
      </FormActions>
    </Form>
  );
}
