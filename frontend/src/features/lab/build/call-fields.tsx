import { SelectField, type Option } from '../../../ui/select-field';
import { TextField } from '../../../ui/text-field';
import { initiatorWords } from '../initiator-words';
import type { InitiatorName } from '../runs/setup';
import type { CallForm } from './build-form';
import { bodiesFor, credentials, formBodies, formMethods, modes, redirects, vias } from './choices';
import { Row } from './group';
import { HeaderRows } from './header-rows';
import type { BuildErrors } from './read-form';

interface CallFieldsProps {
  readonly call: CallForm;
  /** Where its errors are. */
  readonly path: string;
  readonly errors: BuildErrors;
  readonly offered: readonly InitiatorName[];
  readonly onChange: (part: Partial<CallForm>) => void;
}

/** How a page calls. */
export function CallFields({ call, path, errors, offered, onChange }: CallFieldsProps) {
  return (
    <>
      <Row>
        <SelectField
          label="From"
          options={initiatorOptions(offered, call.initiator)}
          value={call.initiator}
          error={errors[`${path}.initiator`]}
          onChange={(initiator) => {
            onChange({ initiator });
          }}
        />
        <SelectField
          label="By"
          options={vias}
          value={call.via}
          onChange={(via) => {
            onChange({ via });
          }}
        />
        {call.via === 'form' ? (
          <FormParts call={call} onChange={onChange} />
        ) : (
          <MethodField {...{ call, path, errors, onChange }} />
        )}
      </Row>
      {call.via === 'fetch' && <FetchParts {...{ call, path, errors, onChange }} />}
    </>
  );
}

/** The pages to call from: this one, those that the server offers, and the one that is chosen in any case. */
function initiatorOptions(
  offered: readonly InitiatorName[],
  chosen: InitiatorName,
): readonly Option<InitiatorName>[] {
  const available = new Set<InitiatorName>(['client', ...offered]);
  return [...new Set([...available, chosen])].map((value) => ({
    value,
    text: initiatorWords[value] + (available.has(value) ? '' : ', not offered here'),
  }));
}

type PartProps = Omit<CallFieldsProps, 'offered'>;

function FormParts({ call, onChange }: Pick<PartProps, 'call' | 'onChange'>) {
  return (
    <>
      <SelectField
        label="Method"
        options={formMethods}
        value={call.method === 'GET' ? 'GET' : 'POST'}
        onChange={(method) => {
          onChange({ method });
        }}
      />
      <SelectField
        label="Encoding"
        options={formBodies}
        value={formBodies.find(({ value }) => value === call.bodyKind)?.value ?? 'urlsearchparams'}
        onChange={(bodyKind) => {
          onChange({ bodyKind });
        }}
      />
    </>
  );
}

function MethodField({ call, path, errors, onChange }: PartProps) {
  return (
    <TextField
      label="Method"
      spellCheck={false}
      autoComplete="off"
      value={call.method}
      error={errors[`${path}.method`]}
      onChange={(method) => {
        onChange({ method });
      }}
    />
  );
}

function FetchParts({ call, path, errors, onChange }: PartProps) {
  return (
    <>
      <Row>
        <SelectField
          label="Credentials"
          options={credentials}
          value={call.credentials}
          onChange={(value) => {
            onChange({ credentials: value });
          }}
        />
        <SelectField
          label="Mode"
          options={modes}
          value={call.mode}
          onChange={(mode) => {
            onChange({ mode });
          }}
        />
        <SelectField
          label="Redirects"
          options={redirects}
          value={call.redirect}
          onChange={(redirect) => {
            onChange({ redirect });
          }}
        />
        <SelectField
          label="Body"
          options={bodiesFor(call.bodyKind)}
          value={call.bodyKind}
          error={errors[`${path}.body`]}
          onChange={(bodyKind) => {
            onChange({ bodyKind });
          }}
        />
        {call.bodyKind === 'blob' && (
          <TextField
            label="Type of the blob"
            spellCheck={false}
            autoComplete="off"
            value={call.bodyType}
            onChange={(bodyType) => {
              onChange({ bodyType });
            }}
          />
        )}
      </Row>
      <HeaderRows
        label="Headers of the request"
        rows={call.headers}
        most={10}
        errorOf={(row) => errors[`${path}.headers.${row}`]}
        onChange={(headers) => {
          onChange({ headers });
        }}
      />
    </>
  );
}
