import { Field, type FieldText } from './field';
import styles from './field.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

/** Values that speak for themselves. */
export function optionsOf<Value extends string>(values: readonly Value[]): readonly Option<Value>[] {
  return values.map((value) => ({ value, text: value }));
}

interface SelectFieldProps<Value extends string> extends FieldText {
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of several values. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, options, value, onChange } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <select
          {...attributes}
          className={styles.control}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
