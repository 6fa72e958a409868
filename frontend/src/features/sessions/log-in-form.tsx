import { useState } from 'react';
import { readFormRefusal } from '../../api/form-refusal';
import type { LogInRequest } from '../../api/generated/types.gen';
import { Button } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { TextField } from '../../ui/text-field';
import { type FieldErrors, useFieldErrors } from '../../ui/use-field-errors';
import { useLogIn } from './session-queries';

function complaintsAbout({ email, password }: LogInRequest): FieldErrors<keyof LogInRequest> {
  return {
    ...(email.trim() === '' && { email: 'Type the e-mail address of your account.' }),
    ...(password === '' && { password: 'Type your password.' }),
  };
}

interface LogInFormProps {
  readonly onLoggedIn?: () => void;
}

export function LogInForm({ onLoggedIn }: LogInFormProps) {
  const [values, setValues] = useState<LogInRequest>({ email: '', password: '' });
  const logIn = useLogIn();
  const refusal = logIn.error && readFormRefusal(logIn.error, ['email', 'password']);
  const { errors, occasion, complain, mend } = useFieldErrors(logIn.error, refusal?.fields);

  function change(field: keyof LogInRequest, value: string): void {
    setValues({ ...values, [field]: value });
    mend(field);
  }

  function submit(): Promise<unknown> | undefined {
    if (complain(complaintsAbout(values))) {
      logIn.reset();
      return undefined;
    }
    return logIn.mutateAsync({ ...values, email: values.email.trim() }, { onSuccess: () => onLoggedIn?.() });
  }

  return (
    <Form label="Log in" message={refusal?.form} refusal={occasion} onSubmit={submit}>
      <TextField
        label="E-mail"
        name="email"
        type="email"
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
        autoComplete="current-password"
        value={values.password}
        error={errors.password}
        onChange={(password) => {
          change('password', password);
        }}
      />
      <FormActions>
        <Button type="submit" look="primary" busy={logIn.isPending}>
          Log in
        </Button>
      </FormActions>
    </Form>
  );
}
