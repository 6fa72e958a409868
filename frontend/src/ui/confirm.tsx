import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';
import { useOneAtATime } from './use-one-at-a-time';

interface ConfirmProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly busy: boolean;
  /** Why it did not work, or null. */
  readonly failure: string | null;
  /** Not called again before the promise it returned has settled. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onDismiss: () => void;
}

/** Asks before something that cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  const { title, children, confirmLabel, cancelLabel, busy, failure, onConfirm, onDismiss } = props;
  const confirmOnce = useOneAtATime(onConfirm);

  function dismiss(): void {
    if (!busy) onDismiss();
  }

  return (
    <Dialog
      title={title}
      onDismiss={dismiss}
      actions={
        <>
          <Button onClick={dismiss}>{cancelLabel}</Button>
          <Button look="danger" busy={busy} onClick={confirmOnce}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      {failure !== null && <Notice meaning="problem">{failure}</Notice>}
    </Dialog>
  );
}
