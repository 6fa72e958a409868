import { useContext, useEffect } from 'react';
import { Button } from './button';
import { clockText, spokenWait } from './countdown';
import styles from './submit-button.module.css';
import { useCountdown } from './use-countdown';
import { WaitOverContext } from './wait-over';

interface SubmitButtonProps {
  readonly busy: boolean;
  readonly look?: 'primary' | 'plain' | 'danger';
  /** The last refusal, or null; a new one begins a new wait. */
  readonly refusal: unknown;
  /** How long the refusal says to wait, or null. */
  readonly waitSeconds: number | null;
  readonly children: string;
}

/** Sends a form; after a refusal that says how long to wait, it counts down and cannot be pressed before. */
export function SubmitButton({ busy, look = 'primary', refusal, waitSeconds, children }: SubmitButtonProps) {
  const left = useCountdown(refusal, waitSeconds);
  const onWaitOver = useContext(WaitOverContext);
  const isOver = left === 0;
  const waits = left !== null && left > 0;

  useEffect(() => {
    if (isOver) onWaitOver(refusal);
  }, [isOver, onWaitOver, refusal]);

  return (
    <>
      <Button type="submit" look={look} busy={busy} disabled={waits}>
        {children}
      </Button>
      {waits && (
        <span role="timer" className={styles.wait}>
          Try again in {clockText(left)}
        </span>
      )}
      <span role="status" className={waits ? 'visually-hidden' : styles.wait}>
        {left !== null && spokenWait(left)}
      </span>
    </>
  );
}
