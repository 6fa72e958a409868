import { Notice } from '../../../ui/notice';
import { RunActions } from '../exports/run-actions';
import { failureText } from '../runs/failure-text';
import type { RunResult } from '../runs/run-result';
import type { LabRunState } from '../runs/use-lab-run';
import { meaningWords } from '../meaning';
import { Results } from './results';
import styles from './run-view.module.css';
import { verdictOnCall } from './verdict';

interface RunViewProps {
  readonly state: LabRunState;
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
