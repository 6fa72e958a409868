import type { ComponentProps } from 'react';
import { Field, type FieldText } from './field';
import styles from './field.module.css';
import { remainingText } from './remaining-text';

interface TextFieldProps
  extends FieldText, Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The most characters allowed. More can be typed and is complained about: cutting off would lose text. */
  readonly limit?: number;
}

export function TextField({ label, hint, error, limit, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      remaining={limit === undefined ? null : remainingText(value.length, limit)}
    >
      {(attributes) => (
        <input
          type="text"
          {...rest}
          {...attributes}
          className={styles.control}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
