import { useState } from 'react';
import { type ApiError, explain } from '../../api/api-error';
import type { PostSummary } from '../../api/generated/types.gen';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/confirm';
import { useToast } from '../../ui/toast';
import { useDeletePost } from './post-mutations';

interface DeletePostProps {
  readonly post: Pick<PostSummary, 'id' | 'title'>;
  /** Named after the post where several stand in a list. */
  readonly label?: string;
  readonly onDeleted?: () => Promise<void> | void;
}

export function DeletePost({ post, label, onDeleted }: DeletePostProps) {
  const [asking, setAsking] = useState(false);
  const announce = useToast();
  const deletion = useDeletePost(post.id, async () => {
    setAsking(false);
    announce(`“${post.title}” is deleted.`);
    await onDeleted?.();
  });

  return (
    <>
      <Button
        look="quiet"
        icon="trash"
        aria-label={label}
        onClick={() => {
          setAsking(true);
        }}
      >
        Delete
      </Button>
      {asking && (
        <Confirm
          title="Delete this post?"
          confirmLabel="Delete"
          cancelLabel="Keep it"
          busy={deletion.isPending}
          failure={deletion.error && `${whatBecameOfIt(deletion.error)} ${explain(deletion.error)}`}
          onConfirm={() => deletion.mutateAsync()}
          onDismiss={() => {
            setAsking(false);
            deletion.reset();
          }}
        >
          <p>“{post.title}” will be gone for everybody, and can’t be brought back.</p>
        </Confirm>
      )}
    </>
  );
}

/** Without an answer it is unknown whether the post is gone. */
function whatBecameOfIt(error: ApiError): string {
  return error.kind === 'unreachable' ? 'It may not have been deleted.' : 'It was not deleted.';
}
