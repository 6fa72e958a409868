import { type ReactNode, useState } from 'react';
import { useForm } from '../../api-ui/use-form';
import type { AccountDetails } from '../../api/generated/types.gen';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { focusOnShow } from '../../ui/focus-on-show';
import { Form, FormActions } from '../../ui/form';
import { Section } from '../../ui/section';
import { SubmitButton } from '../../ui/submit-button';
import { useToast } from '../../ui/toast';
import { useSendConfirmation } from './account-queries';
import { EmailForm } from './email-form';
import { OutboxLink } from './outbox-link';

/** The address to log in with: whether it is confirmed, and what is under way to change it. */
export function EmailSection({ details }: { readonly details: AccountDetails }) {
  const [changing, setChanging] = useState(false);
  const [wasChanging, setWasChanging] = useState(false);
  const announce = useToast();
  const { email, emailConfirmed, pendingEmail } = details;
  return (
    <Section title="E-mail">
      <p>
        <strong>{email}</strong> {emailConfirmed && <Badge>Confirmed</Badge>}
      </p>
      {pendingEmail ? (
        <Unconfirmed>
          A mail with a link went to <strong>{pendingEmail}</strong>. Open it and confirm on the page that it
          opens: from then on you log in with that address, and until then with the old one.
        </Unconfirmed>
      ) : (
        !emailConfirmed && (
          <Unconfirmed>
            This address is not confirmed yet. Open the link in the mail that was sent to it, and confirm on
            the page that it opens: this shows that the address is really yours, and that mails reach you, as
            for a forgotten password.
          </Unconfirmed>
        )
      )}
      {changing ? (
        <EmailForm
          details={details}
          onSent={(sentTo) => {
            setChanging(false);
            announce(`A mail with a link is on its way to ${sentTo}.`);
          }}
          onCancel={() => {
            setChanging(false);
          }}
        />
      ) : (
        <Button
          ref={wasChanging ? focusOnShow : undefined}
          onClick={() => {
            setChanging(true);
            setWasChanging(true);
          }}
        >
          Change the e-mail address
        </Button>
      )}
    </Section>
  );
}

function Unconfirmed({ children }: { readonly children: ReactNode }) {
  const announce = useToast();
  const sending = useSendConfirmation();
  const form = useForm({
    initial: {},
    mutation: sending,
    submit: () =>
      sending.mutateAsync(undefined, {
        onSuccess: () => {
          announce('The mail is on its way.');
        },
      }),
  });
  return (
    <>
      <p>{children}</p>
      <Form label="Send the mail again" {...form.formProps}>
        <FormActions>
          <SubmitButton look="plain" {...form.submitProps}>
            Send the mail again
          </SubmitButton>
          <OutboxLink />
        </FormActions>
      </Form>
    </>
  );
}
