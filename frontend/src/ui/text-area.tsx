import type { ComponentProps } from 'react';
import { Field, type FieldText } from './field';
import styles from './field.module.css';
import { remainingText } from './remaining-text';

interface TextAreaProps
  extends FieldText, Omit<ComponentProps<'textarea'>, 'id' | 'className' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The most characters allowed; see TextField. */
  readonly limit: number;
}

export function TextArea({ label, hint, error, limit, value, onChange, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} remaining={remainingText(value.length, limit)}>
      {(attributes) => (
        <textarea
          {...rest}
          {...attributes}
          className={styles.text}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
