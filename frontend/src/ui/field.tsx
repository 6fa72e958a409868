import { type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { Icon } from './icon';

/** What every field shows around its control. */
export interface FieldText {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value, or null while nothing is known to be. */
  readonly error?: string | null | undefined;
}

/** What ties a control to its label, hint and error. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldText {
  /** How much is left to type, said only near the limit. */
  readonly remaining?: string | null | undefined;
  readonly children: (attributes: ControlAttributes) => ReactNode;
}

export function Field({ label, hint, error, remaining, children }: FieldProps) {
  const id = useId();
  const ids = { hint: `${id}-hint`, error: `${id}-error` };
  const describedBy = [error && ids.error, hint && ids.hint].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p className={styles.error} id={ids.error}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
      {(hint ?? remaining) && (
        <div className={styles.below}>
          {hint && <p id={ids.hint}>{hint}</p>}
          <p className={styles.remaining} aria-live="polite">
            {remaining}
          </p>
        </div>
      )}
    </div>
  );
}
