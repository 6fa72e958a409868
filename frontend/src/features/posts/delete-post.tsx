import { useState } from 'react';
import { type ApiError, explain } from '../../api/api-error';
import type { PostSummary } from '../../api/generated/types.gen';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
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
  const deleteOnce = useOneAtATime(() => deletion.mutateAsync());

  function dismiss(): void {
    if (deletion.isPending) return;
    setAsking(false);
    deletion.reset();
  }

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
        <Dialog
          title="Delete this post?"
          onDismiss={dismiss}
          actions={
            <>
              <Button onClick={dismiss}>Keep it</Button>
              <Button look="danger" busy={deletion.isPending} onClick={deleteOnce}>
                Delete
              </Button>
            </>
          }
        >
          <p>“{post.title}” will be gone for everybody, and can’t be brought back.</p>
          {deletion.error && (
            <Notice meaning="problem">{`${whatBecameOfIt(deletion.error)} ${explain(deletion.error)}`}</Notice>
          )}
        </Dialog>
      )}
    </>
  );
}

/** Without an answer it is unknown whether the post is gone. */
function whatBecameOfIt(error: ApiError): string {
  return error.kind === 'unreachable' ? 'It may not have been deleted.' : 'It was not deleted.';
}
