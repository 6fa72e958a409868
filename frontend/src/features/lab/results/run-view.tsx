import { Notice } from '../../../ui/notice';
import { RunActions } from '../exports/run-actions';
import { meaningWords } from '../meaning';
import { failureText } from '../runs/failure-text';
import type { CallResult, RunResult } from '../runs/run-result';
import type { LabRunState } from '../runs/use-lab-run';
import type { HeadingLevel } from '../trace/failure-note';
import { listed } from '../wording';
import { CallReport } from './call-report';
import styles from './run-view.module.css';
import { verdictOnCall } from './verdict';

interface RunViewProps {
  readonly state: LabRunState;
  /** Of the heading above each call. */
  readonly level: 3 | 4;
}

/** A run while it happens, its result, or why there is none. */
export function RunView({ state, level }: RunViewProps) {
  return (
    <>
      <p className="visually-hidden" role="status">
        {statusOf(state)}
      </p>
      {state.kind === 'running' && (
        <p className={styles.running} aria-hidden="true">
          {progressOf(state.recorded)}
        </p>
      )}
      {state.kind === 'failed' && <Notice meaning="problem">{failureText(state.failure)}</Notice>}
      {state.kind === 'done' && (
        <>
          <Results result={state.result} level={level} />
          <RunActions result={state.result} />
        </>
      )}
    </>
  );
}

/** Both sides of every call of a run. */
function Results({ result, level }: { readonly result: RunResult; readonly level: 3 | 4 }) {
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

function statusOf(state: LabRunState): string {
  if (state.kind === 'running') return 'The run is under way.';
  return state.kind === 'done' ? summaryOf(state.result) : '';
}

/** The result for who can't see it appear. */
function summaryOf({ calls }: RunResult): string {
  const verdicts = calls.map((call) => {
    const { meaning, sentence } = verdictOnCall(call);
    return `${meaningWords[meaning]}. ${sentence}`;
  });
  return `The result is below. ${verdicts.join(' ')}`;
}

function progressOf(recorded: readonly { readonly method: string }[]): string {
  if (recorded.length === 0) return 'The page calls, and the server listens.';
  return `The server has recorded: ${recorded.map(({ method }) => method).join(', then ')}.`;
}
