import { useState } from 'react';
import { retryAfterSeconds } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
import type { Account, RegisterRequest } from '../../api/generated/types.gen';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { useFieldErrors } from '../../ui/use-field-errors';
import { useRegister } from './account-queries';
import { complaintsAbout, limits, passwordHint } from './register-values';

interface RegisterFormProps {
  /** Waited for: until it is done, the form shows the registration as under way. */
  readonly onRegistered: (account: Account) => Promise<void>;
}

export function RegisterForm({ onRegistered }: RegisterFormProps) {
  const [values, setValues] = useState<RegisterRequest>({ name: '', email: '', password: '' });
  const register = useRegister(onRegistered);
  const refusal = register.error && readFormRefusal(register.error, ['name', 'email', 'password']);
  const { errors, occasion, complain, mend } = useFieldErrors(register.error, refusal?.fields);

  function change(field: keyof RegisterRequest, value: string): void {
    setValues({ ...values, [field]: value });
    mend(field);
  }

  function submit(): Promise<unknown> | undefined {
    if (complain(complaintsAbout(values))) {
      register.reset();
      return undefined;
    }
    return register.mutateAsync({ ...values, name: values.name.trim(), email: values.email.trim() });
  }

  return (
    <Form label="Register" message={refusal?.form} refusal={occasion} onSubmit={submit}>
      <TextField
        label="Name"
        name="name"
        hint="Shown with what you write."
        autoComplete="name"
        required
        limit={limits.name}
        value={values.name}
        error={errors.name}
        onChange={(name) => {
          change('name', name);
        }}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        hint="To log in with. Nobody else sees it."
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={values.email}
        error={errors.email}
        onChange={(email) => {
          change('email', email);
        }}
      />
      <PasswordField
        label="Password"
        name="password"
        hint={passwordHint}
        autoComplete="new-password"
        value={values.password}
        error={errors.password}
        onChange={(password) => {
          change('password', password);
        }}
      />
      <FormActions>
        <SubmitButton
          busy={register.isPending}
          refusal={register.error}
          waitSeconds={retryAfterSeconds(register.error)}
        >
          Register
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
