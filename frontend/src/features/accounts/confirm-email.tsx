import { useForm } from '../../api-ui/use-form';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { focusOnShow } from '../../ui/focus-on-show';
import { Form, FormActions } from '../../ui/form';
import { SubmitButton } from '../../ui/submit-button';
import { isLinkOver, LinkOver } from './link-over';
import { useConfirmEmail } from './recovery-queries';

interface ConfirmEmailProps {
  /** What the link of the mail carried, or null without it. */
  readonly token: string | null;
  readonly onConfirmed: () => void;
}

/** A press confirms, not the opening of the link: programs that look through mail for viruses open links, too. */
export function ConfirmEmail({ token, onConfirmed }: ConfirmEmailProps) {
  const confirmation = useConfirmEmail(onConfirmed);
  const form = useForm({
    initial: {},
    mutation: confirmation,
    submit: () => (token === null ? undefined : confirmation.mutateAsync(token)),
  });

  if (confirmation.isSuccess) {
    return (
      <div role="status" ref={focusOnShow} tabIndex={-1}>
        <EmptyState
          title="Your e-mail address is confirmed"
          actions={
            <LinkButton look="primary" to="/">
              See all posts
            </LinkButton>
          }
        >
          You log in with the confirmed address.
        </EmptyState>
      </div>
    );
  }
  if (token === null || isLinkOver(confirmation.error)) {
    return (
      <LinkOver
        isMissing={token === null}
        actions={
          <LinkButton look="primary" to="/account">
            Go to your account
          </LinkButton>
        }
      />
    );
  }
  return (
    <Form label="Confirm your address" {...form.formProps}>
      <p>You opened the link of a mail. Press the button to say that the address is yours.</p>
      <FormActions>
        <SubmitButton {...form.submitProps}>Confirm the address</SubmitButton>
      </FormActions>
    </Form>
  );
}
