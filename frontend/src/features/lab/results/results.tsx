import type { CallResult, RunResult } from '../runs/run-result';
import { CallReport } from './call-report';
import type { HeadingLevel } from '../trace/heading';
import styles from './results.module.css';

interface ResultsProps {
  readonly result: RunResult;
  /** Of the heading above each call. */
  readonly level: 3 | 4;
}

/** Both sides of every call of a run. */
export function Results({ result, level }: ResultsProps) {
  const { calls, engine } = result;
  const under = (level + 1) as HeadingLevel;
  return (
    <div className={styles.results}>
      {calls.map((call, index) => (
        <CallReport
          key={index}
          result={call}
          engine={engine}
          name={nameOf(call, index, calls.length)}
          level={level}
          under={under}
        />
      ))}
    </div>
  );
}

/** Only where there are several does a call need a name of its own. */
function nameOf({ call }: CallResult, index: number, count: number): string | null {
  if (count === 1) return null;
  return `Call ${index + 1} of ${count}: ${call.method}${call.via === 'form' ? ' by form' : ''}`;
}
