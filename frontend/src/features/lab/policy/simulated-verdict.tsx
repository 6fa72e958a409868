import type { SimulatedAnswer } from '../../../api/generated/types.gen';
import { MeaningLine } from '../meaning';
import { MessageLines } from '../message-lines';
import { lineOf } from '../results/recorded-lines';
import styles from './simulated-verdict.module.css';
import { isReadable } from './trial';

interface SimulatedVerdictProps {
  readonly answer: SimulatedAnswer;
  readonly origin: string;
  readonly ownOrigin: string;
}

/** What the server would do with a request, and what of that its page would get. */
export function SimulatedVerdict({ answer, origin, ownOrigin }: SimulatedVerdictProps) {
  const { kind, allowed, rule, reason, status, headers, undeliverable } = answer;
  return (
    <section className={styles.verdict} aria-label={names[kind]}>
      <h3 className={styles.subject}>{names[kind]}</h3>
      {undeliverable.map((why) => (
        <p key={why}>No such request arrives: {why}</p>
      ))}
      {kind === 'preflight' ? (
        <MeaningLine meaning={allowed ? 'allowed' : 'blocked'}>
          {allowed ? 'The browser sends the request.' : 'The browser does not send the request.'} {reason}
        </MeaningLine>
      ) : (
        <>
          {allowed ? (
            <MeaningLine meaning="allowed">It reaches the server’s code. {reason}</MeaningLine>
          ) : (
            // Not one of the four meanings: those are what a browser does.
            <p className={styles.line}>
              <strong className={styles.refused}>Refused by the server</strong>{' '}
              <span>It is stopped before the server’s code. {reason}</span>
            </p>
          )}
          {isReadable(answer, origin, ownOrigin) ? (
            <MeaningLine meaning="allowed">{readable(origin, ownOrigin)}</MeaningLine>
          ) : (
            <MeaningLine meaning="blocked">
              The page may not read the answer, because the answer has no Access-Control-Allow-Origin for it.
            </MeaningLine>
          )}
        </>
      )}
      <p className={styles.rule}>
        Rule <code>{rule}</code>
        {status === null ? '; the status is up to the server’s code' : `; status ${status}`}
      </p>
      <MessageLines framed label="Headers of the answer" lines={headers.map(lineOf)} />
    </section>
  );
}

const names = {
  preflight: 'The preflight',
  request: 'The request itself',
} as const;

function readable(origin: string, ownOrigin: string): string {
  if (origin === '') return 'Without an Origin there is no other page that the answer could be kept from.';
  if (origin === ownOrigin) return 'The page is the server’s own, so it reads the answer without CORS.';
  return 'The page reads the answer.';
}
