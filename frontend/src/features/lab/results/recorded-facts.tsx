import { MeaningTag } from '../meaning';
import { MessageLines } from '../message-lines';
import type { CallResult } from '../runs/run-result';
import { capitalized, theHeaders } from '../wording';
import { Fact, Facts } from './facts';
import { keptHeaders } from './kept-headers';
import { addressOf, answerLines, requestLines } from './recorded-lines';

/** Every exchange of a call as it reached the server, and what the page did not get of it. */
export function RecordedFacts({ result }: { readonly result: CallResult }) {
  const { recorded, observed } = result;
  if (recorded.length === 0) return <p>Nothing reached the server.</p>;
  const kept = keptHeaders(result);
  return (
    <Facts>
      {recorded.flatMap((exchange, index) => [
        <Fact key={`${index} asked`} name={nameOf('Request', index, recorded.length)}>
          {exchange.kind === 'preflight' && <MeaningTag meaning="preflight" />}
          <MessageLines lines={requestLines(exchange, addressOf(result, index))} />
        </Fact>,
        <Fact key={`${index} answered`} name={nameOf('Answer', index, recorded.length)}>
          <MessageLines lines={answerLines(exchange)} />
        </Fact>,
      ])}
      {kept.length > 0 && (
        <Fact name="What the page did not get">
          <MeaningTag meaning="kept" />{' '}
          {observed.outcome === 'readable'
            ? `${capitalized(theHeaders(kept))}.`
            : 'All of the answer: status, headers and body.'}
        </Fact>
      )}
    </Facts>
  );
}

function nameOf(word: string, index: number, count: number): string {
  return count === 1 ? word : `${word} ${index + 1} of ${count}`;
}
