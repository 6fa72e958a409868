import { retryAfterSeconds } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
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
  const { error } = confirmation;

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
  if (token === null || isLinkOver(error)) {
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
    <Form
      label="Confirm your address"
      message={error && readFormRefusal(error, []).form}
      refusal={error}
      onSubmit={() => confirmation.mutateAsync(token)}
    >
      <p>You opened the link of a mail. Press the button to say that the address is yours.</p>
      <FormActions>
        <SubmitButton busy={confirmation.isPending} refusal={error} waitSeconds={retryAfterSeconds(error)}>
          Confirm the address
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
