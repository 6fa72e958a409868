import type { CallPrediction } from '../runs/run-result';
import type { Trace } from '../standard/trace';
import { TraceSteps } from '../trace/trace-steps';
import styles from './all-steps.module.css';

/** Every step that the browser takes, in the order of the standard, for who wants to check it. */
export function AllSteps({ predicted }: { readonly predicted: CallPrediction }) {
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
      <p className={styles.title}>{title}</p>
      <TraceSteps label={title} trace={trace} />
    </>
  );
}
