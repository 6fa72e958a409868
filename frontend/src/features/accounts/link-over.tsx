import type { ReactNode } from 'react';
import type { ApiError } from '../../api/api-error';
import { EmptyState } from '../../ui/empty-state';
import { focusOnShow } from '../../ui/focus-on-show';

export function isLinkOver(error: ApiError | null): boolean {
  return error?.kind === 'problem' && error.type.endsWith(':link-over');
}

/** A link of a mail that can't be used, or the part of it that is missing, and the way to another. */
export function LinkOver({
  isMissing,
  actions,
}: {
  readonly isMissing: boolean;
  readonly actions: ReactNode;
}) {
  return (
    <div role="alert" ref={isMissing ? undefined : focusOnShow} tabIndex={-1}>
      {isMissing ? (
        <EmptyState title="This page needs the link from your mail" actions={actions}>
          The address in the browser lacks the part that only the link has; a reload drops it, too. Open the
          link in the mail once more, or ask for another mail.
        </EmptyState>
      ) : (
        <EmptyState title="This link no longer works" actions={actions}>
          It works once, and for 30 minutes, and only the newest one does. Ask for another mail.
        </EmptyState>
      )}
    </div>
  );
}
