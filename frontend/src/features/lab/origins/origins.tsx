import { useApi } from '../../../api/api-context';
import { Button } from '../../../ui/button';
import { Form, FormActions } from '../../../ui/form';
import { TextField } from '../../../ui/text-field';
import { useFieldErrors } from '../../../ui/use-field-errors';
import { readAddress, type Address } from './address';
import { Comparison } from './comparison';
import styles from './origins.module.css';
import { useLinkedPair, type Pair } from './use-linked-pair';

/** Whether two addresses are of one origin or of one site, why, and what follows from it. */
export function Origins() {
  const { pair, entered, setEntered, link } = useLinkedPair();
  const compared = addressesOf(pair);
  const isBrokenLink = compared.one === null || compared.other === null;
  const { errors, occasion, complain, mend } = useFieldErrors<keyof Pair>(
    isBrokenLink ? pair : null,
    isBrokenLink ? compared.complaints : undefined,
  );

  function compare(next: Pair): void {
    setEntered(next);
    const addresses = addressesOf(next);
    const isWrong = complain(addresses.complaints);
    if (isWrong || addresses.one === null || addresses.other === null) return;
    link({ one: addresses.one.text, other: addresses.other.text });
  }

  function change(field: keyof Pair, value: string): void {
    setEntered({ ...entered, [field]: value });
    mend(field);
  }

  return (
    <div className={styles.layout}>
      <Form
        label="Compare two addresses"
        message={null}
        refusal={occasion}
        onSubmit={() => {
          compare(entered);
          return undefined;
        }}
      >
        <div className={styles.fields}>
          <TextField
            label="The page’s address"
            hint="A URL, an origin, or null for an opaque origin."
            value={entered.one}
            error={errors.one}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(value) => {
              change('one', value);
            }}
          />
          <TextField
            label="The address that it calls"
            value={entered.other}
            error={errors.other}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(value) => {
              change('other', value);
            }}
          />
        </div>
        <FormActions>
          <Button type="submit" look="primary">
            Compare
          </Button>
        </FormActions>
      </Form>
      <Examples onChoose={compare} />
      {Object.keys(errors).length === 0 && compared.one !== null && compared.other !== null && (
        <Comparison one={compared.one} other={compared.other} />
      )}
    </div>
  );
}

/** Pairs that are often taken for something else than they are. */
const examples: readonly (Pair & { readonly name: string })[] = [
  { name: 'Two ports', one: 'http://localhost:5173', other: 'http://localhost:8080' },
  { name: 'Two names of one machine', one: 'http://localhost:8080', other: 'http://127.0.0.1:8080' },
  { name: 'Two subdomains', one: 'https://app.example.com', other: 'https://api.example.com' },
  { name: 'Two owners under one suffix', one: 'https://a.github.io', other: 'https://b.github.io' },
  { name: 'http and https', one: 'http://example.com', other: 'https://example.com' },
  { name: 'With and without the port', one: 'https://example.com', other: 'https://example.com:443' },
  { name: 'A sandboxed frame', one: 'null', other: 'http://localhost:8080' },
];

function Examples({ onChoose }: { readonly onChoose: (pair: Pair) => void }) {
  const { origin } = useApi();
  const own = { name: 'This page and its server', one: window.location.origin, other: origin };
  return (
    <div className={styles.examples} role="group" aria-label="Examples">
      {[own, ...examples].map(({ name, ...pair }) => (
        <Button
          key={name}
          onClick={() => {
            onChoose(pair);
          }}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

interface Addresses {
  readonly one: Address | null;
  readonly other: Address | null;
  readonly complaints: Readonly<Partial<Record<keyof Pair, string>>>;
}

function addressesOf(pair: Pair): Addresses {
  const [one, other] = [readAddress(pair.one), readAddress(pair.other)];
  return {
    one: one.kind === 'address' ? one.address : null,
    other: other.kind === 'address' ? other.address : null,
    complaints: {
      ...(one.kind === 'invalid' && { one: one.why }),
      ...(other.kind === 'invalid' && { other: other.why }),
    },
  };
}
