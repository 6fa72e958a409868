import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from './button';
import { Dialog } from './dialog';

interface LeaveGuardProps {
  /** Asked at the moment of leaving whether anything would be left behind. */
  readonly isUnsaved: () => boolean;
  readonly title: string;
  readonly children: string;
  readonly discardLabel: string;
  readonly onDiscard: () => void;
}

/** Asks before unsaved work is left: in a dialog within the app, and by the browser when the page itself is left. */
export function LeaveGuard({ isUnsaved, title, children, discardLabel, onDiscard }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    function ask(event: BeforeUnloadEvent): void {
      if (isUnsaved()) event.preventDefault();
    }
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved]);

  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      title={title}
      onDismiss={blocker.reset}
      actions={
        <>
          <Button
            look="quiet"
            onClick={() => {
              onDiscard();
              blocker.proceed();
            }}
          >
            {discardLabel}
          </Button>
          <Button onClick={blocker.proceed}>Leave</Button>
          <Button look="primary" data-initial-focus onClick={blocker.reset}>
            Stay
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  );
}
