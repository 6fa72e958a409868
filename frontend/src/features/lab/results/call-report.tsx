import { useId } from 'react';
import { Icon } from '../../../ui/icon';
import { FixSnippets } from '../exports/fix-snippets';
import { MeaningTag } from '../meaning';
import type { CallPrediction, CallResult } from '../runs/run-result';
import { explainReason } from '../standard/explanation';
import { reasonOf, type Trace } from '../standard/trace';
import { FailureNote, type HeadingLevel } from '../trace/failure-note';
import { TraceSteps } from '../trace/trace-steps';
import styles from './call-report.module.css';
import { Columns } from './columns';
import { cookieSentences } from './cookie-sentences';
import { Disagreements } from './disagreements';
import { SequenceFigure } from './sequence-figure';
import { verdictOnCall } from './verdict';

interface CallReportProps {
  readonly result: CallResult;
  readonly engine: string;
  /** Told where there are several calls. */
  readonly name: string | null;
  readonly level: HeadingLevel;
  readonly under: HeadingLevel;
}

/** One call: how it ended, how it went, why, and its three sides. */
export function CallReport({ result, engine, name, level, under }: CallReportProps) {
  const { meaning, sentence } = verdictOnCall(result);
  const { trace } = result.predicted.prediction;
  const [failure, step] = [explainReason(trace), reasonOf(trace)];
  const verdictId = useId();
  const agrees = result.disagreements.length === 0;
  const Heading = `h${level}` as const;
  return (
    <article className={styles.report} aria-labelledby={verdictId}>
      <div className={styles.head}>
        <Heading id={verdictId} className={styles.verdict}>
          {name !== null && <span className={styles.name}>{name}</span>}{' '}
          <MeaningTag meaning={meaning} large /> <span>{sentence}</span>
        </Heading>
        {cookieSentences(result.predicted).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {agrees && (
          <p className={styles.agreement}>
            <Icon name="check" />
            All three agree: the prediction, this browser, and the server’s journal.
          </p>
        )}
      </div>
      {!agrees && <Disagreements disagreements={result.disagreements} />}
      <SequenceFigure result={result} />
      {failure !== null && step !== undefined && (
        <>
          <FailureNote failure={failure} section={failure.section} meaning={meaning} level={under} />
          {/* A form is not the page's to mend. */}
          {result.call.via === 'fetch' && (
            <FixSnippets step={step} origin={result.origin} call={result.call} />
          )}
        </>
      )}
      <Columns result={result} engine={engine} level={under} />
      <AllSteps predicted={result.predicted} />
    </article>
  );
}

/** Every step that the browser takes, in the order of the standard, for who wants to check it. */
function AllSteps({ predicted }: { readonly predicted: CallPrediction }) {
  const { prediction, cookie } = predicted;
  const before = prediction.classification.trace;
  // What never left the page has no steps but those before.
  const after = prediction.trace === before ? [] : prediction.trace;
  const cookies = [...(cookie?.sending ?? []), cookie?.storing].flatMap((verdict) => verdict?.trace ?? []);
  const count = before.length + after.length + cookies.length;
  return (
    <details className={styles.steps}>
      <summary>All {count} steps, in the standard’s order</summary>
      <Part title="Before anything is sent" trace={before} />
      <Part title="What was sent, and its answers" trace={after} />
      <Part title="The cookie" trace={cookies} />
    </details>
  );
}

function Part({ title, trace }: { readonly title: string; readonly trace: Trace }) {
  if (trace.length === 0) return null;
  return (
    <>
      <p className={styles.stage}>{title}</p>
      <TraceSteps label={title} trace={trace} />
    </>
  );
}
