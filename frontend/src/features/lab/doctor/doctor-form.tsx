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
  /** Whether Preflight's server is told of the call, and sends it too. */
  readonly repeats: boolean;
  readonly onChange: (values: DoctorValues) => void;
  readonly onSubmit: () => Promise<void>;
  /** What was typed can't be sent. */
  readonly onRefuse: () => void;
  readonly onCancel: () => void;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function DoctorForm(props: DoctorFormProps) {
  const { values, busy, repeats, onChange, onSubmit, onRefuse, onCancel } = props;
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
      onRefuse();
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
        hint={`One to a line, as in “Content-Type: application/json”. ${whoGetsThem(repeats)}`}
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
      <p className={styles.consequence}>{consequenceOf(values.method, repeats)}</p>
    </Form>
  );
}

function whoGetsThem(repeats: boolean): string {
  return repeats
    ? 'They go to the address, and with all else that you type here to this Preflight’s server, which repeats the call. Neither this page nor Preflight keeps them.'
    : 'They go to the address alone, and are kept nowhere.';
}

function consequenceOf(method: string, repeats: boolean): string {
  const asksWhetherAnybodyAnswers =
    'If it is blocked, a GET without CORS follows, to see whether anybody answers.';
  if (method.trim() === '' || isRepeatable(method)) {
    const again =
      ' Preflight’s server then repeats the request, to see the headers, and if they allow this page with credentials, once more as if from an origin that it made up: the address is called up to four times.';
    return `This page sends the request from its own origin. ${asksWhetherAnybodyAnswers}${repeats ? again : ''}`;
  }
  const sent = normalizeMethod(method.trim());
  const again = ` Preflight’s server repeats the preflight, to see its headers, perhaps also as if from an origin that it made up, and the ${sent} only once you have said so.`;
  return `This page really sends the ${sent}, once: if your server lets it through, it runs there. ${asksWhetherAnybodyAnswers}${repeats ? again : ''}`;
}
