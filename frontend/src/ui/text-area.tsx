import type { ComponentProps } from 'react';
import { Field, type FieldText } from './field';
import styles from './field.module.css';
import { remainingText } from './remaining-text';

interface TextAreaProps
  extends FieldText, Omit<ComponentProps<'textarea'>, 'id' | 'className' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The most characters allowed; see TextField. */
  readonly limit?: number;
  /** How many lines there is room for while it is empty; without it, it is made for a whole text. */
  readonly rows?: number;
}

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, limit, rows, value, onChange, ...rest } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      remaining={limit === undefined ? null : remainingText(value.length, limit)}
    >
      {(attributes) => (
        <textarea
          {...rest}
          {...attributes}
          rows={rows}
          className={rows === undefined ? styles.text : styles.lines}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
