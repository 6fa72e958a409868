import { MeaningTag } from '../meaning';
import { MessageLines } from '../message-lines';
import type { CallResult } from '../runs/run-result';
import { isOfTransport } from '../runs/comparison';
import { listed } from '../wording';
import { Fact, Facts } from './facts';
import { lineOf } from './recorded-lines';
import { isTold, meaningOf, outcomeWords } from './verdict';

/** What JavaScript of the page that called got to know. */
export function ObservedFacts({ result }: { readonly result: CallResult }) {
  const { outcome, status, headers, body, error, millis } = result.observed;
  const { prediction } = result.predicted;
  const added = headers
    .map(({ name }) => name)
    .filter((name) => isOfTransport(name) && !prediction.headers.includes(name));
  return (
    <Facts>
      <Fact name="What the page got">
        <MeaningTag meaning={meaningOf(outcome)} /> {pastWords(result)}
      </Fact>
      {outcome === 'readable' && <Fact name="Status">{status}</Fact>}
      {outcome === 'readable' && (
        <Fact name="Headers it could read">
          {headers.length === 0 ? 'None.' : <MessageLines lines={headers.map(lineOf)} />}
          {added.length > 0 && ` HTTP itself adds ${listed(added)}, which no prediction names.`}
        </Fact>
      )}
      {body !== null && <Fact name="Body">{body === '' ? 'Empty.' : <MessageLines lines={[body]} />}</Fact>}
      {error !== null && (
        <Fact name="What fetch threw">
          <MessageLines lines={[`${error.name}: ${error.message}`]} />
        </Fact>
      )}
      {outcome !== 'sent' && <Fact name="Time">{millis} ms</Fact>}
    </Facts>
  );
}

function pastWords(result: CallResult): string {
  const { outcome } = result.observed;
  if (outcome !== 'error') return outcomeWords[outcome];
  return isTold(result) ? 'An error that says why.' : 'An error that does not say why.';
}
