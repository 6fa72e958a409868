import { useState } from 'react';
import { readFormRefusal } from '../../../api/form-refusal';
import type { PolicyInForce } from '../../../api/generated/types.gen';
import { Button } from '../../../ui/button';
import { CheckField } from '../../../ui/check-field';
import { Form, FormActions } from '../../../ui/form';
import { optionsOf, SelectField } from '../../../ui/select-field';
import { TextField } from '../../../ui/text-field';
import { useFieldErrors } from '../../../ui/use-field-errors';
import styles from './check-editor.module.css';
import { CheckResult } from './check-result';
import {
  complaintsOf,
  editedFrom,
  requestOf,
  withMistakes,
  type EditedField,
  type EditedPolicy,
} from './edited-policy';
import { usePolicyCheck } from './policy-queries';

const texts: readonly { readonly field: EditedField & keyof Texts; readonly label: string }[] = [
  { field: 'publicUrl', label: 'PREFLIGHT_PUBLIC_URL' },
  { field: 'clientOrigins', label: 'PREFLIGHT_CLIENT_ORIGINS' },
  { field: 'allowedMethods', label: 'allowed-methods' },
  { field: 'allowedHeaders', label: 'allowed-headers' },
  { field: 'exposedHeaders', label: 'exposed-headers' },
  { field: 'maxAge', label: 'max-age' },
];

type Texts = Omit<EditedPolicy, 'corsEnabled' | 'allowCredentials' | 'cookieSameSite'>;

const sameSites = optionsOf(['Lax', 'Strict', 'None']);

interface CheckEditorProps {
  readonly policy: PolicyInForce;
}

/** What the server would say if it were started with another policy. */
export function CheckEditor({ policy }: CheckEditorProps) {
  const [edited, setEdited] = useState(() => editedFrom(policy));
  const check = usePolicyCheck();
  const refusal = check.error && readFormRefusal(check.error, Object.keys(edited) as EditedField[]);
  const found = check.data && complaintsOf(check.data.findings);
  const hasFound = found !== undefined && Object.keys(found).length > 0;
  const { errors, occasion, mend } = useFieldErrors<EditedField>(
    check.error ?? (hasFound ? check.data : null),
    refusal?.fields ?? found,
  );

  function change<Field extends EditedField>(field: Field, value: EditedPolicy[Field]): void {
    setEdited({ ...edited, [field]: value });
    mend(field);
  }

  return (
    <div className={styles.editor}>
      <p>
        Nothing here changes the server. It is asked what it would say to these values when it starts; its
        other values are not looked at.
      </p>
      <Form
        label="Check another policy"
        busy={check.isPending}
        message={refusal?.form}
        refusal={occasion}
        onSubmit={() => check.mutateAsync(requestOf(edited))}
      >
        {texts.map(({ field, label }) => (
          <TextField
            key={field}
            label={label}
            value={edited[field]}
            error={errors[field]}
            limit={2000}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(value) => {
              change(field, value);
            }}
          />
        ))}
        <SelectField
          label="PREFLIGHT_COOKIE_SAME_SITE"
          options={sameSites}
          value={edited.cookieSameSite}
          error={errors.cookieSameSite}
          onChange={(value) => {
            change('cookieSameSite', value);
          }}
        />
        <div>
          <CheckField
            label="micronaut.server.cors.enabled"
            checked={edited.corsEnabled}
            onChange={(value) => {
              change('corsEnabled', value);
            }}
          />
          <CheckField
            label="allow-credentials"
            checked={edited.allowCredentials}
            onChange={(value) => {
              change('allowCredentials', value);
            }}
          />
        </div>
        <FormActions>
          <Button type="submit" look="primary" busy={check.isPending}>
            Check it
          </Button>
          <Button
            onClick={() => {
              setEdited(withMistakes(edited));
            }}
          >
            Fill in mistakes
          </Button>
          <Button
            onClick={() => {
              setEdited(editedFrom(policy));
              check.reset();
            }}
          >
            Back to the policy in force
          </Button>
        </FormActions>
      </Form>
      <div role="status" aria-label="What the server would say">
        {check.data !== undefined && <CheckResult result={check.data} />}
      </div>
    </div>
  );
}
