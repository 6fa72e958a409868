import { Field, type FieldText } from '../../../ui/field';
import styles from './choice.module.css';

interface ChoiceProps extends FieldText {
  /** What can be chosen: its value, and how it is called. */
  readonly options: Readonly<Record<string, string>>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a few values. */
export function Choice({ options, value, onChange, ...text }: ChoiceProps) {
  return (
    <Field {...text}>
      {(attributes) => (
        <select
          {...attributes}
          className={styles.select}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {Object.entries(options).map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is so or not. */
export function Switch({ label, checked, onChange }: SwitchProps) {
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {label}
    </label>
  );
}
