import type { ReactNode } from 'react';
import type { ApiError } from '../../api/api-error';
import { hasStatus } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
import { Button } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { LeaveGuard } from '../../ui/leave-guard';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { useFieldErrors } from '../../ui/use-field-errors';
import { ContentField } from './content-field';
import { complaintsAbout, limits, postFields, type PostValues } from './post-values';
import type { DraftInProgress } from './use-post-draft';

/** What a page that edits posts tells about its reader. */
export interface Writer {
  readonly id: string;
  /** False when the session has ended while they wrote. */
  readonly loggedIn: boolean;
  /** Offers to log in without leaving the page. */
  readonly onLogIn: () => void;
}

interface PostFormProps {
  readonly label: string;
  readonly submitLabel: string;
  readonly writer: Writer;
  readonly draft: DraftInProgress;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onSubmit: (values: PostValues) => Promise<unknown>;
  /** Stands above the fields. */
  readonly notice?: ReactNode;
  /** Whether the notice tells of the error, so that nothing else needs to. */
  readonly isExplained?: boolean;
  /** What may have come of a call without an answer; for one that is not to be repeated blindly. */
  readonly uncertainty?: string | null;
  readonly cancel: ReactNode;
}

export function PostForm(props: PostFormProps) {
  const {
    label,
    submitLabel,
    writer,
    draft,
    busy,
    error,
    onSubmit,
    notice,
    isExplained,
    uncertainty,
    cancel,
  } = props;
  const { values } = draft;
  const sessionEnded = !writer.loggedIn;
  // An ended session has words and a button of its own.
  const isOrdinary = error && !isExplained && !hasStatus(error, 401);
  const refusal = isOrdinary ? readFormRefusal(error, postFields, uncertainty) : null;
  const { errors, occasion, complain, mend } = useFieldErrors(error, refusal?.fields);

  function field(name: keyof PostValues) {
    return {
      name,
      value: values[name],
      error: errors[name],
      readOnly: busy,
      onChange: (value: string) => {
        draft.change({ [name]: value });
        mend(name);
      },
    };
  }

  function submit(): Promise<unknown> | undefined {
    if (busy || complain(complaintsAbout(values))) return undefined;
    if (!sessionEnded) return onSubmit(values);
    writer.onLogIn();
    return undefined;
  }

  function message(): ReactNode {
    if (sessionEnded) return <SessionEnded onLogIn={writer.onLogIn} />;
    return refusal?.form;
  }

  return (
    <>
      <Form label={label} busy={busy} refusal={occasion} message={message()} onSubmit={submit}>
        {notice}
        {draft.restored && !busy && (
          <Notice
            meaning="news"
            actions={
              <Button look="quiet" onClick={draft.discard}>
                Discard it
              </Button>
            }
          >
            This is the unpublished text you left in this tab.
          </Notice>
        )}
        <TextField label="Title" autoComplete="off" required limit={limits.title} {...field('title')} />
        <TextField
          label="Tags"
          hint={`Up to ${limits.tags}, separated by commas. Optional.`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...field('tags')}
        />
        <ContentField {...field('content')} />
        <FormActions>
          <Button type="submit" look="primary" busy={busy}>
            {submitLabel}
          </Button>
          {cancel}
        </FormActions>
      </Form>
      <LeaveGuard
        title="Leave without publishing?"
        isUnsaved={draft.isUnsaved}
        discardLabel="Discard the text"
        onDiscard={draft.discard}
      >
        Your text stays in this tab until you come back or close it.
      </LeaveGuard>
    </>
  );
}

function SessionEnded({ onLogIn }: { readonly onLogIn: () => void }) {
  return (
    <>
      <p>Your session has ended. Log in again to publish; your text is kept.</p>
      <p>
        <Button onClick={onLogIn}>Log in</Button>
      </p>
    </>
  );
}
