import type { ReactNode } from 'react';
import { MeaningTag } from '../meaning';
import { MessageLines } from '../message-lines';
import { expectedOutcome, isOfTransport } from '../runs/comparison';
import type { CallResult } from '../runs/run-result';
import { standardEngine } from '../standard/engine';
import type { Prediction } from '../standard/prediction';
import type { HeadingLevel } from '../trace/failure-note';
import { capitalized, listed, theHeaders } from '../wording';
import styles from './columns.module.css';
import { cookieSentences } from './cookie-sentences';
import { addressOf, answerLines, keptHeaders, lineOf, requestLines } from './recorded-lines';
import { isTold, meaningOf, outcomeWords, preflightSentence } from './verdict';

interface ColumnsProps {
  readonly result: CallResult;
  readonly engine: string;
  readonly level: HeadingLevel;
}

/** The three sides of one call: what was expected, what the page got to know, what reached the server. */
export function Columns({ result, engine, level }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <Column title="Predicted" source={sourceOf(engine)} level={level}>
        <PredictedFacts result={result} />
      </Column>
      <Column title="Observed in this browser" source="by the page that called" level={level}>
        <ObservedFacts result={result} />
      </Column>
      <Column title="Recorded by the server" source="in its journal of this run" level={level}>
        <RecordedFacts result={result} />
      </Column>
    </div>
  );
}

interface ColumnProps {
  readonly title: string;
  readonly source: string;
  readonly level: HeadingLevel;
  readonly children: ReactNode;
}

function Column({ title, source, level, children }: ColumnProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.column}>
      <div>
        <Heading className={styles.title}>{title}</Heading>
        <p className={styles.source}>{source}</p>
      </div>
      {children}
    </div>
  );
}

function sourceOf(engine: string): string {
  const standard = 'by the Fetch standard';
  return engine === standardEngine.name ? standard : `${standard}, as in ${engine}`;
}

/** What is expected of one call. */
function PredictedFacts({ result: { call, predicted } }: { readonly result: CallResult }) {
  const { prediction } = predicted;
  const outcome = expectedOutcome(prediction, call.via);
  const cookies = cookieSentences(predicted);
  return (
    <Facts>
      <Fact name="What the page gets">
        <MeaningTag meaning={meaningOf(outcome)} /> {outcomeWords[outcome]}
      </Fact>
      {outcome === 'readable' && <Fact name="Status">{prediction.status}</Fact>}
      {outcome === 'readable' && <Fact name="Headers it may read">{listed(prediction.headers)}</Fact>}
      <Fact name="Preflight">{preflightSentence(prediction)}</Fact>
      <Fact name="Requests that are sent">
        {prediction.sent.length === 0 ? 'None.' : <MessageLines lines={prediction.sent.map(sentLine)} />}
      </Fact>
      {cookies.length > 0 && <Fact name="Cookie">{cookies.join(' ')}</Fact>}
    </Facts>
  );
}

function sentLine({ method, origin }: Prediction['sent'][number]): string {
  return origin === null ? method : `${method}, Origin: ${origin}`;
}

/** What JavaScript of the page that called got to know. */
function ObservedFacts({ result }: { readonly result: CallResult }) {
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

/** Every exchange of a call as it reached the server, and what the page did not get of it. */
function RecordedFacts({ result }: { readonly result: CallResult }) {
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

/** Names and what is known of them. */
function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
