import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Form, FormActions } from '../../../ui/form';
import { SelectField } from '../../../ui/select-field';
import { TextArea } from '../../../ui/text-area';
import { TextField } from '../../../ui/text-field';
import { useFieldErrors } from '../../../ui/use-field-errors';
import { credentials } from '../build/choices';
import { normalizeMethod } from '../standard/methods';
import styles from './doctor-form.module.css';
import { complaintsAbout, isRepeatable, type DoctorField, type DoctorValues } from './doctor-values';

interface DoctorFormProps {
  readonly values: DoctorValues;
  readonly busy: boolean;
  readonly onChange: (values: DoctorValues) => void;
  readonly onSubmit: () => Promise<void>;
  readonly onCancel: () => void;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function DoctorForm({ values, busy, onChange, onSubmit, onCancel }: DoctorFormProps) {
  const [occasions, setOccasions] = useState(0);
  const { errors, occasion, complain, mend } = useFieldErrors<DoctorField>(
    occasions === 0 ? null : occasions,
    undefined,
  );

  function change(field: keyof DoctorValues, value: string): void {
    onChange({ ...values, [field]: value });
    if (field !== 'credentials') mend(field);
  }

  function submit(): Promise<unknown> | undefined {
    if (complain(complaintsAbout(values))) {
      setOccasions(occasions + 1);
      return undefined;
    }
    setOccasions(0);
    return onSubmit();
  }

  return (
    <Form label="Diagnose a request" message={null} refusal={occasion} busy={busy} onSubmit={submit}>
      <TextField
        label="Address"
        name="url"
        type="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint="As your page calls it, such as https://api.example.com/posts."
        value={values.url}
        error={errors.url}
        onChange={(url) => {
          change('url', url);
        }}
      />
      <div className={styles.pair}>
        <TextField
          label="Method"
          name="method"
          list="doctor-methods"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={values.method}
          error={errors.method}
          onChange={(method) => {
            change('method', method);
          }}
        />
        <datalist id="doctor-methods">
          {methods.map((method) => (
            <option key={method} value={method} />
          ))}
        </datalist>
        <SelectField
          label="Credentials mode"
          options={credentials}
          value={values.credentials}
          onChange={(mode) => {
            change('credentials', mode);
          }}
        />
      </div>
      <TextArea
        label="Headers"
        name="headers"
        rows={3}
        hint="One to a line, as in “Content-Type: application/json”. They go to the address alone, and are kept nowhere."
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={values.headers}
        error={errors.headers}
        onChange={(headers) => {
          change('headers', headers);
        }}
      />
      <TextArea
        label="Body"
        name="body"
        rows={2}
        hint="Sent as it is written; leave it empty to send none."
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={values.body}
        error={errors.body}
        onChange={(body) => {
          change('body', body);
        }}
      />
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          Diagnose
        </Button>
        {busy && <Button onClick={onCancel}>Cancel</Button>}
      </FormActions>
      <p className={styles.consequence}>{consequenceOf(values.method)}</p>
    </Form>
  );
}

function consequenceOf(method: string): string {
  if (method.trim() === '' || isRepeatable(method)) {
    return 'This page sends the request from its own origin, and if it is blocked a GET without CORS, to see whether anybody answers.';
  }
  return `This page really sends the ${normalizeMethod(method.trim())}, once: if the server lets it through, it runs there. If it is blocked, a GET without CORS follows, to see whether anybody answers.`;
}
