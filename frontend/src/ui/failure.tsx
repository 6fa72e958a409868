import { Button } from './button';
import { EmptyState } from './empty-state';

interface FailureProps {
  readonly title: string;
  readonly reason: string;
  readonly busy: boolean;
  readonly onRetry: () => void;
}

/** Content that could not be loaded, and the way to try again. */
export function Failure({ title, reason, busy, onRetry }: FailureProps) {
  return (
    <div role="alert">
      <EmptyState
        title={title}
        actions={
          <Button busy={busy} onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {reason}
      </EmptyState>
    </div>
  );
}
