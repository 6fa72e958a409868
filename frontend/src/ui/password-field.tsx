import { useState } from 'react';
import { Field, type FieldText } from './field';
import styles from './field.module.css';
import { IconShape } from './icon';

const eye =
  'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z';
const eyeOff =
  'm4 4 16 16M9.9 5.8A9.6 9.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6.3 7.4A16.6 16.6 0 0 0 2.5 12s3.5 6.5 9.5 6.5c1.6 0 3-.4 4.2-1.1M9.9 10a3 3 0 0 0 4.1 4.1';

interface PasswordFieldProps extends FieldText {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Tells a password manager whether to fill in or to offer a new one. */
  readonly autoComplete: 'current-password' | 'new-password';
}

export function PasswordField({
  label,
  hint,
  error,
  name,
  value,
  onChange,
  autoComplete,
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <div className={styles.withToggle}>
          <input
            {...attributes}
            className={styles.control}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
          <button
            type="button"
            className={styles.toggle}
            aria-label="Show password"
            aria-pressed={shown}
            onClick={() => {
              setShown(!shown);
            }}
          >
            <IconShape path={shown ? eyeOff : eye} />
          </button>
        </div>
      )}
    </Field>
  );
}
