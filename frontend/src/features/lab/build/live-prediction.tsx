import { MeaningTag } from '../meaning';
import { cookieSentences } from '../results/cookie-sentences';
import { preflightSentence } from '../results/predicted-facts';
import { expectedOutcome, meaningOf, outcomeWords } from '../results/verdict';
import type { CallPrediction } from '../runs/run-result';
import type { LabCall, Setup } from '../runs/setup';
import { explainReason } from '../standard/explanation';
import { echoCaution } from './echo-caution';
import styles from './live-prediction.module.css';
import { preflightStatusSentence } from './preflight-status';

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
