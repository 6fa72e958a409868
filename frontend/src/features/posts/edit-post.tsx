import { type ReactNode, useState } from 'react';
import { hasStatus } from '../../api/api-error';
import type { Post } from '../../api/generated/types.gen';
import { Conflict } from './conflict';
import { draftKey } from './post-draft';
import { PostForm, type Writer } from './post-form';
import { useChangePost } from './post-mutations';
import type { VersionedPost } from './post-queries';
import { requestOf, valuesOf } from './post-values';
import { usePostDraft } from './use-post-draft';

interface EditPostProps {
  readonly writer: Writer;
  /** The version to begin with; a newer one that arrives later does not touch what is being typed. */
  readonly edited: VersionedPost;
  readonly onSaved: (post: Post) => void;
  readonly cancel: ReactNode;
}

export function EditPost({ writer, edited, onSaved, cancel }: EditPostProps) {
  const [begun] = useState(edited);
  const draft = usePostDraft(draftKey(writer.id, begun.post.id), valuesOf(begun.post), begun.etag);
  const change = useChangePost(begun.post.id);

  function save(values: typeof draft.values, etag: string | null): void {
    change.mutate(
      { request: requestOf(values), etag },
      {
        onSuccess: ({ post }) => {
          draft.settle();
          onSaved(post);
        },
      },
    );
  }

  return (
    <PostForm
      label="Edit post"
      submitLabel="Save changes"
      writer={writer}
      draft={draft}
      busy={change.isPending}
      error={change.error}
      cancel={cancel}
      notice={
        hasStatus(change.error, 412) && (
          <Conflict
            id={begun.post.id}
            onReplace={(other) => {
              draft.rebase(valuesOf(other.post), other.etag, draft.values);
              save(draft.values, other.etag);
            }}
            onTake={(other) => {
              draft.rebase(valuesOf(other.post), other.etag, valuesOf(other.post));
              change.reset();
            }}
          />
        )
      }
      onSubmit={(values) => {
        save(values, draft.etag);
      }}
    />
  );
}
