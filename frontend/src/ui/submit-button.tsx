import { Button } from './button';
import { clockText, spokenWait } from './countdown';
import styles from './submit-button.module.css';

interface SubmitButtonProps {
  readonly busy: boolean;
  readonly look?: 'primary' | 'plain' | 'danger';
  /** What is left of the wait that a refusal imposed; null when there was none. */
  readonly secondsLeft: number | null;
  readonly children: string;
}

/** Sends a form; after a refusal that says how long to wait, it counts down and cannot be pressed before. */
export function SubmitButton({ busy, look = 'primary', secondsLeft, children }: SubmitButtonProps) {
  const waits = secondsLeft !== null && secondsLeft > 0;
  return (
    <>
      <Button type="submit" look={look} busy={busy} disabled={waits}>
        {children}
      </Button>
      {waits && (
        <span role="timer" className={styles.wait}>
          Try again in {clockText(secondsLeft)}
        </span>
      )}
      <span role="status" className={waits ? 'visually-hidden' : styles.wait}>
        {secondsLeft !== null && spokenWait(secondsLeft)}
      </span>
    </>
  );
}
