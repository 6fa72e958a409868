import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react';
import styles from './form.module.css';
import { Notice } from './notice';

interface FormProps {
  readonly label: string;
  readonly onSubmit: () => void;
  /** What is wrong with the form as a whole. */
  readonly message: ReactNode;
  /** Changes with every refusal, so that the focus goes to what is wrong also when it is wrong in the same way. */
  readonly refusal: unknown;
  readonly children: ReactNode;
}

/** A form that, once refused, leads to what is wrong: the message, or else the first field with an error. */
export function Form({ label, onSubmit, message, refusal, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  // A message may follow its refusal, once more is known about it.
  const hasMessage = Boolean(message);

  useEffect(() => {
    if (!refusal) return;
    const wrong = form.current?.querySelector<HTMLElement>('[data-form-message], [aria-invalid="true"]');
    wrong?.focus();
  }, [refusal, hasMessage]);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    onSubmit();
  }

  return (
    <form ref={form} className={styles.form} aria-label={label} noValidate onSubmit={submit}>
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
