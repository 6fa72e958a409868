import { type ReactNode, useState } from 'react';
import { hasStatus } from '../../api/api-error';
import type { Post } from '../../api/generated/types.gen';
import { Conflict } from './conflict';
import { DeletedNotice, publishAgainLabel } from './deleted-notice';
import { draftKey } from './post-draft';
import { PostForm, type Writer } from './post-form';
import { mayBePublished, useChangePost, useCreatePost } from './post-mutations';
import type { VersionedPost } from './post-queries';
import { type PostValues, valuesOf } from './post-values';
import { usePostDraft } from './use-post-draft';

interface EditPostProps {
  readonly writer: Writer;
  /** The version to begin with; a newer one that arrives later does not touch what is being typed. */
  readonly edited: VersionedPost;
  readonly onSaved: (post: Post) => void;
  /** The post was deleted meanwhile, and its text published as another. */
  readonly onPublished: (post: Post) => void;
  readonly cancel: ReactNode;
}

export function EditPost({ writer, edited, onSaved, onPublished, cancel }: EditPostProps) {
  const [begun] = useState(edited);
  const key = draftKey(writer.id, begun.post.id);
  const draft = usePostDraft(key, valuesOf(begun.post), begun.etag);
  const change = useChangePost(begun.post.id);
  const creation = useCreatePost();
  const isDeleted = hasStatus(change.error, 404);
  const isConflict = hasStatus(change.error, 412);

  function save(values: PostValues, etag: string | null): Promise<unknown> {
    return change.mutateAsync(
      { values, etag, draft: key },
      {
        onSuccess: ({ post }) => {
          draft.settle();
          onSaved(post);
        },
      },
    );
  }

  function publishAgain(values: PostValues): Promise<unknown> {
    return creation.mutateAsync(
      { values, draft: key },
      {
        onSuccess: ({ post }) => {
          draft.settle();
          onPublished(post);
        },
      },
    );
  }

  return (
    <PostForm
      label="Edit post"
      submitLabel={isDeleted ? publishAgainLabel : 'Save changes'}
      writer={writer}
      draft={draft}
      // Until the page is left: what is saved is not to be changed here any more.
      busy={change.isPending || change.isSuccess || creation.isPending || creation.isSuccess}
      error={creation.error ?? change.error}
      isExplained={creation.error === null && (isDeleted || isConflict)}
      uncertainty={isDeleted ? mayBePublished : null}
      cancel={cancel}
      notice={
        <>
          {isDeleted && <DeletedNotice isRefusal />}
          {isConflict && (
            <Conflict
              id={begun.post.id}
              onReplace={(other) => {
                draft.rebase(valuesOf(other.post), other.etag, draft.values);
                return save(draft.values, other.etag);
              }}
              onTake={(other) => {
                draft.rebase(valuesOf(other.post), other.etag, valuesOf(other.post));
                change.reset();
              }}
            />
          )}
        </>
      }
      onSubmit={(values) => (isDeleted ? publishAgain(values) : save(values, draft.etag))}
    />
  );
}
