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
  readonly onSubmit: (values: PostValues) => void;
  /** Stands above the fields. */
  readonly notice?: ReactNode;
  readonly cancel: ReactNode;
}

export function PostForm(props: PostFormProps) {
  const { label, submitLabel, writer, draft, busy, error, onSubmit, notice, cancel } = props;
  const { values } = draft;
  const sessionEnded = !writer.loggedIn;
  // An ended session and a conflict have words and buttons of their own.
  const isOrdinary = error && !hasStatus(error, 401) && !hasStatus(error, 412);
  const refusal = isOrdinary ? readFormRefusal(error, postFields) : null;
  const { errors, occasion, complain, mend } = useFieldErrors(error, refusal?.fields);

  function change(field: keyof PostValues, value: string): void {
    draft.change({ [field]: value });
    mend(field);
  }

  function submit(): void {
    if (busy) return;
    if (complain(complaintsAbout(values))) return;
    if (sessionEnded) writer.onLogIn();
    else onSubmit(values);
  }

  return (
    <>
      <Form
        label={label}
        refusal={occasion}
        message={sessionEnded ? <SessionEnded onLogIn={writer.onLogIn} /> : refusal?.form}
        onSubmit={submit}
      >
        {notice}
        {draft.restored && (
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
        <TextField
          label="Title"
          name="title"
          autoComplete="off"
          required
          limit={limits.title}
          value={values.title}
          error={errors.title}
          onChange={(title) => {
            change('title', title);
          }}
        />
        <TextField
          label="Tags"
          name="tags"
          hint={`Up to ${limits.tags}, separated by commas. Optional.`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={values.tags}
          error={errors.tags}
          onChange={(tags) => {
            change('tags', tags);
          }}
        />
        <ContentField
          value={values.content}
          error={errors.content}
          onChange={(content) => {
            change('content', content);
          }}
        />
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
