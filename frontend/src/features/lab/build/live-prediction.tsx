import { MeaningTag } from '../meaning';
import { cookieSentences } from '../results/cookie-sentences';
import { meaningOf, outcomeWords, preflightSentence } from '../results/verdict';
import { expectedOutcome } from '../runs/comparison';
import type { CallPrediction } from '../runs/run-result';
import { echoesOrigin, replyOf } from '../runs/run-description';
import type { LabCall, LabReply, Setup } from '../runs/setup';
import { explainReason } from '../standard/explanation';
import type { Prediction } from '../standard/prediction';
import { reasonOf } from '../standard/trace';
import styles from './live-prediction.module.css';

interface LivePredictionProps {
  readonly setup: Setup;
  readonly predictions: readonly CallPrediction[];
  readonly engine: string;
  /** What is wrong with the form: then nothing can be predicted. */
  readonly complaints: readonly string[];
}

/** What the browser will do with what is typed in so far. */
export function LivePrediction({ setup, predictions, engine, complaints }: LivePredictionProps) {
  if (complaints.length > 0) {
    return (
      <section className={styles.prediction} aria-label="Prediction">
        <h2 className={styles.title}>Nothing to predict yet</h2>
        {complaints.map((complaint) => (
          <p key={complaint} className={styles.call}>
            {complaint}
          </p>
        ))}
      </section>
    );
  }
  const { calls } = setup;
  const caution = echoCaution(setup);
  return (
    <section className={styles.prediction} aria-label="Prediction">
      <h2 className={styles.title}>What the browser will do</h2>
      <ol className={styles.calls}>
        {predictions.map((predicted, index) => {
          const call = calls[index];
          return (
            call !== undefined && (
              <li key={index} className={styles.call}>
                <PredictedCall
                  setup={setup}
                  call={call}
                  predicted={predicted}
                  number={calls.length > 1 ? index + 1 : null}
                />
              </li>
            )
          );
        })}
      </ol>
      {caution !== null && <p>{caution}</p>}
      <p className={styles.source}>
        Predicted while you type, as {engine} does it. To see it happen, run it.
      </p>
    </section>
  );
}

interface PredictedCallProps {
  readonly setup: Setup;
  readonly call: LabCall;
  readonly predicted: CallPrediction;
  /** Where there are several. */
  readonly number: number | null;
}

function PredictedCall({ setup, call, predicted, number }: PredictedCallProps) {
  const { prediction } = predicted;
  const outcome = expectedOutcome(prediction, call.via);
  const reason = explainReason(prediction.trace);
  const status = preflightStatusSentence(setup, prediction);
  return (
    <>
      <p className={styles.verdict} aria-live="polite">
        {number !== null && <span>Call {number}</span>} <MeaningTag meaning={meaningOf(outcome)} />{' '}
        {prediction.sent.some(({ kind }) => kind === 'preflight') && <MeaningTag meaning="preflight" />}
      </p>
      <p className={styles.sentence}>
        {reason?.what ??
          (outcome === 'readable'
            ? `The browser will let the page read the answer, status ${prediction.status}.`
            : outcomeWords[outcome])}
      </p>
      {status !== null && <p>{status}</p>}
      {reason !== null && <p>{reason.todo}</p>}
      <p>{preflightSentence(prediction)}</p>
      {cookieSentences(predicted).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

/**
 * The browser looks at the headers of a preflight’s answer before its status, and stops at the first that is wrong. Who
 * mends the headers would be stopped again by the status, so that is told at once.
 *
 * @returns null where the status is right, or is the reason itself
 */
function preflightStatusSentence(
  { server, redirectTarget }: Setup,
  { sent, trace }: Prediction,
): string | null {
  const last = sent.at(-1);
  if (last?.kind !== 'preflight') return null;
  const asked = last.url === sent[0]?.url ? server : (redirectTarget ?? server);
  const { status } = replyOf(asked, 'preflight');
  const reason = reasonOf(trace)?.rule;
  const isReason = reason === 'preflight-ok-status' || reason === 'preflight-not-redirected';
  if (isReason || (status >= 200 && status <= 299)) return null;
  return `The preflight is answered with ${status}, which is not ok: whatever its headers say, it needs a status from 200 to 299.`;
}

/**
 * What is no failure of CORS, and a danger: a server that permits whoever asks
 * ({@link https://fetch.spec.whatwg.org/#cors-protocol-and-credentials | Fetch, CORS protocol and credentials}).
 *
 * @returns null where no server of the setup does
 */
function echoCaution({ server, redirectTarget }: Setup): string | null {
  const replies = [server.response, ...(redirectTarget === null ? [] : [redirectTarget.response])];
  return replies.some(allowsEveryone)
    ? 'This server names any origin that asks, and allows credentials. Here that does no harm. Of a real one every site could read as its visitor: let it compare Origin with a list first.'
    : null;
}

function allowsEveryone({ headers }: LabReply): boolean {
  const admitsCredentials = headers.some(
    ({ name, value }) => name.toLowerCase() === 'access-control-allow-credentials' && value === 'true',
  );
  return admitsCredentials && headers.some(echoesOrigin);
}
