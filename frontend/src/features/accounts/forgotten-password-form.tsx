import { useState } from 'react';
import { useForm } from '../../api-ui/use-form';
import { Button } from '../../ui/button';
import { focusOnShow } from '../../ui/focus-on-show';
import { Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { OutboxLink } from './outbox-link';
import { useRequestReset } from './recovery-queries';
import { aboutEmail } from './register-values';

/** @param initialEmail what was typed where somebody noticed that they forgot their password */
export function ForgottenPasswordForm({ initialEmail }: { readonly initialEmail: string }) {
  const [wasSent, setWasSent] = useState(false);
  const request = useRequestReset();
  const form = useForm({
    initial: { email: initialEmail },
    validate: ({ email }) => ({
      email: email.trim() === '' ? 'Type the e-mail address of your account.' : aboutEmail(email.trim()),
    }),
    mutation: request,
    submit: ({ email }) =>
      request.mutateAsync(email.trim(), {
        onSuccess: () => {
          setWasSent(true);
        },
      }),
  });

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
    <Form label="Forgotten password" {...form.formProps}>
      <TextField
        ref={wasSent ? focusOnShow : undefined}
        label="E-mail"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.field('email')}
      />
      <FormActions>
        <SubmitButton {...form.submitProps}>Send the mail</SubmitButton>
      </FormActions>
    </Form>
  );
}
