import type { ReactNode } from 'react';
import type { Post } from '../../api/generated/types.gen';
import { draftKey } from './post-draft';
import { PostForm, type Writer } from './post-form';
import { useCreatePost } from './post-mutations';
import { noValues, requestOf } from './post-values';
import { usePostDraft } from './use-post-draft';

interface NewPostProps {
  readonly writer: Writer;
  readonly onPublished: (post: Post) => void;
  readonly cancel: ReactNode;
}

export function NewPost({ writer, onPublished, cancel }: NewPostProps) {
  const draft = usePostDraft(draftKey(writer.id, null), noValues, null);
  const creation = useCreatePost();
  return (
    <PostForm
      label="New post"
      submitLabel="Publish"
      writer={writer}
      draft={draft}
      busy={creation.isPending}
      error={creation.error}
      cancel={cancel}
      onSubmit={(values) => {
        creation.mutate(requestOf(values), {
          onSuccess: ({ post }) => {
            draft.settle();
            onPublished(post);
          },
        });
      }}
    />
  );
}
