import { Button } from '../../../ui/button';
import { optionsOf, SelectField } from '../../../ui/select-field';
import { TextField } from '../../../ui/text-field';
import type { Header } from '../standard/lab-request';
import styles from './header-rows.module.css';

interface HeaderRowsProps {
  readonly label: string;
  readonly rows: readonly Header[];
  /** The names to choose from; any where there are none. */
  readonly names?: readonly string[];
  readonly most: number;
  readonly errorOf: (row: number) => string | undefined;
  readonly onChange: (rows: readonly Header[]) => void;
}

/** Header lines to add and to remove. */
export function HeaderRows({ label, rows, names, most, errorOf, onChange }: HeaderRowsProps) {
  const change = (index: number, part: Partial<Header>) => {
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  };
  return (
    <div className={styles.rows} role="group" aria-label={label}>
      <p className={styles.label}>{label}</p>
      {rows.map((row, index) => (
        <div key={index} className={styles.row}>
          <NameField
            name={row.name}
            names={names}
            number={index + 1}
            onChange={(name) => {
              change(index, { name });
            }}
          />
          <TextField
            label={`Value ${index + 1}`}
            spellCheck={false}
            autoComplete="off"
            value={row.value}
            error={errorOf(index)}
            onChange={(value) => {
              change(index, { value });
            }}
          />
          <Button
            look="quiet"
            icon="close"
            aria-label={`Remove header ${index + 1}`}
            onClick={() => {
              onChange(rows.filter((_, at) => at !== index));
            }}
          >
            Remove
          </Button>
        </div>
      ))}
      {rows.length < most && (
        <div>
          <Button
            onClick={() => {
              onChange([...rows, { name: names?.[0] ?? '', value: '' }]);
            }}
          >
            Add a header
          </Button>
        </div>
      )}
    </div>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly names: readonly string[] | undefined;
  readonly number: number;
  readonly onChange: (name: string) => void;
}

function NameField({ name, names, number, onChange }: NameFieldProps) {
  const label = `Header ${number}`;
  if (names === undefined) {
    return <TextField label={label} spellCheck={false} autoComplete="off" value={name} onChange={onChange} />;
  }
  const known = names.some((each) => each.toLowerCase() === name.toLowerCase()) ? names : [name, ...names];
  const value = known.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
  return <SelectField label={label} options={optionsOf(known)} value={value} onChange={onChange} />;
}
