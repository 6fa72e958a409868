import type { CallResult, RunResult } from '../runs/run-result';
import { listed } from '../wording';
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
      {calls.length > 1 && <p>{countOf(calls)}</p>}
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

/** How many requests reached the server in all the calls. */
function countOf(calls: readonly CallResult[]): string {
  const methods = calls.flatMap(({ recorded }) => recorded.map(({ method }) => method));
  if (methods.length === 0) return 'In all, no request reached the server.';
  return methods.length === 1
    ? `In all, 1 request reached the server: ${listed(methods)}.`
    : `In all, ${methods.length} requests reached the server: ${listed(methods)}.`;
}

/** Only where there are several does a call need a name of its own. */
function nameOf({ call }: CallResult, index: number, count: number): string | null {
  if (count === 1) return null;
  return `Call ${index + 1} of ${count}: ${call.method}${call.via === 'form' ? ' by form' : ''}`;
}
