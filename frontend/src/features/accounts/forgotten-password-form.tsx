import { useState } from 'react';
import { retryAfterSeconds } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
import { Button } from '../../ui/button';
import { focusOnShow } from '../../ui/focus-on-show';
import { Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { useFieldErrors } from '../../ui/use-field-errors';
import { OutboxLink } from './outbox-link';
import { useRequestReset } from './recovery-queries';
import { aboutEmail } from './register-values';

/** @param initialEmail what was typed where somebody noticed that they forgot their password */
export function ForgottenPasswordForm({ initialEmail }: { readonly initialEmail: string }) {
  const [email, setEmail] = useState(initialEmail);
  const [wasSent, setWasSent] = useState(false);
  const request = useRequestReset();
  const refusal = request.error && readFormRefusal(request.error, ['email']);
  const { errors, occasion, complain, mend } = useFieldErrors(request.error, refusal?.fields);

  function submit(): Promise<unknown> | undefined {
    const complaint =
      email.trim() === '' ? 'Type the e-mail address of your account.' : aboutEmail(email.trim());
    if (complain(complaint === null ? {} : { email: complaint })) {
      request.reset();
      return undefined;
    }
    return request.mutateAsync(email.trim(), {
      onSuccess: () => {
        setWasSent(true);
      },
    });
  }

  if (request.isSuccess) {
    return (
      <div ref={focusOnShow} tabIndex={-1}>
        <Notice
          meaning="news"
          actions={
            <FormActions>
              <Button onClick={request.reset}>Use another address</Button>
              <OutboxLink />
            </FormActions>
          }
        >
          <p>
            If <strong>{request.variables}</strong> belongs to an account, a mail with a link is on its way
            there. The link works once, and for 30 minutes. If nothing comes, look among the unwanted mail.
          </p>
        </Notice>
      </div>
    );
  }

  return (
    <Form label="Forgotten password" message={refusal?.form} refusal={occasion} onSubmit={submit}>
      <TextField
        ref={wasSent ? focusOnShow : undefined}
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={email}
        error={errors.email}
        onChange={(value) => {
          setEmail(value);
          mend('email');
        }}
      />
      <FormActions>
        <SubmitButton
          busy={request.isPending}
          refusal={request.error}
          waitSeconds={retryAfterSeconds(request.error)}
        >
          Send the mail
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
