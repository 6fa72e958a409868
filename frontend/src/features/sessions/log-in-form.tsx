import { useState } from 'react';
import { Link } from 'react-router';
import { hasStatus, retryAfterSeconds } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
import type { Account, LogInRequest } from '../../api/generated/types.gen';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { type FieldErrors, useFieldErrors } from '../../ui/use-field-errors';
import { useLogIn } from './log-in';

function complaintsAbout({ email, password }: LogInRequest): FieldErrors<keyof LogInRequest> {
  return {
    ...(email.trim() === '' && { email: 'Type the e-mail address of your account.' }),
    ...(password === '' && { password: 'Type your password.' }),
  };
}

interface LogInFormProps {
  /** Waited for: until it is done, the form shows the login as under way. */
  readonly onAccepted: (account: Account) => Promise<void>;
}

export function LogInForm({ onAccepted }: LogInFormProps) {
  const [values, setValues] = useState<LogInRequest>({ email: '', password: '' });
  const logIn = useLogIn(onAccepted);
  const refusal = logIn.error && readFormRefusal(logIn.error, ['email', 'password']);
  const { errors, occasion, complain, mend } = useFieldErrors(logIn.error, refusal?.fields);

  function change(field: keyof LogInRequest, value: string): void {
    setValues({ ...values, [field]: value });
    mend(field);
    // The wait was for the address that it was imposed on.
    const isOther = field === 'email' && value.trim() !== logIn.variables?.email;
    if (isOther && hasStatus(logIn.error, 429)) logIn.reset();
  }

  function submit(): Promise<unknown> | undefined {
    if (complain(complaintsAbout(values))) {
      logIn.reset();
      return undefined;
    }
    return logIn.mutateAsync({ ...values, email: values.email.trim() });
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
        <SubmitButton
          busy={logIn.isPending}
          refusal={logIn.error}
          waitSeconds={retryAfterSeconds(logIn.error)}
        >
          Log in
        </SubmitButton>
        <Link to="/forgot-password" state={{ email: values.email.trim() }}>
          Forgot your password?
        </Link>
      </FormActions>
    </Form>
  );
}
