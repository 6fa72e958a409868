import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react';
import styles from './form.module.css';
import { Notice } from './notice';
import { useOneAtATime } from './use-one-at-a-time';

interface FormProps {
  readonly label: string;
  /** Not called again before the promise it returned has settled; undefined when nothing was sent. */
  readonly onSubmit: () => Promise<unknown> | undefined;
  readonly busy?: boolean;
  /** What is wrong with the form as a whole. */
  readonly message: ReactNode;
  /** Changes with every refusal, so that the focus goes to what is wrong also when it is wrong in the same way. */
  readonly refusal: unknown;
  readonly children: ReactNode;
}

/** A form that, once refused, leads to what is wrong: the message, or else the first field with an error. */
export function Form({ label, onSubmit, busy = false, message, refusal, children }: FormProps) {
  const submitOnce = useOneAtATime(onSubmit);
  const form = useRef<HTMLFormElement>(null);
  // A message may follow its refusal, once more is known about it.
  const hasMessage = Boolean(message);

  useEffect(() => {
    if (!refusal) return;
    const wrong = form.current?.querySelector<HTMLElement>('[data-form-message], [aria-invalid="true"]');
    if (wrong) wrong.focus();
    // The message has gone, and the focus with it.
    else if (document.activeElement === document.body) {
      form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    }
  }, [refusal, hasMessage]);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    submitOnce();
  }

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      aria-busy={busy || undefined}
      noValidate
      onSubmit={submit}
    >
      {message && (
        <div data-form-message tabIndex={-1} className={styles.message}>
          <Notice meaning="problem">{message}</Notice>
        </div>
      )}
      {children}
    </form>
  );
}

/** The buttons below a form, the main one first. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
