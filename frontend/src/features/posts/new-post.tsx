import type { ReactNode } from 'react';
import type { Post } from '../../api/generated/types.gen';
import { DeletedNotice, publishAgainLabel } from './deleted-notice';
import { draftKey } from './post-draft';
import { PostForm, type Writer } from './post-form';
import { mayBePublished, useCreatePost } from './post-mutations';
import { noValues } from './post-values';
import { usePostDraft } from './use-post-draft';

interface NewPostProps {
  readonly writer: Writer;
  /** The post that the kept text was an edit of, before it was deleted. */
  readonly deleted?: string;
  readonly onPublished: (post: Post) => void;
  readonly cancel: ReactNode;
}

export function NewPost({ writer, deleted, onPublished, cancel }: NewPostProps) {
  const key = draftKey(writer.id, deleted ?? null);
  const draft = usePostDraft(key, noValues, null);
  const creation = useCreatePost();
  return (
    <PostForm
      label="New post"
      submitLabel={deleted === undefined ? 'Publish' : publishAgainLabel}
      writer={writer}
      draft={draft}
      // Until the page is left: what is published is not to be published again, nor changed here.
      busy={creation.isPending || creation.isSuccess}
      error={creation.error}
      uncertainty={mayBePublished}
      cancel={cancel}
      notice={deleted !== undefined && <DeletedNotice isRefusal={false} />}
      onSubmit={(values) =>
        creation.mutateAsync(
          { values, draft: key },
          {
            onSuccess: ({ post }) => {
              draft.settle();
              onPublished(post);
            },
          },
        )
      }
    />
  );
}
