import { explain } from '../../../api/api-error';
import { Notice } from '../../../ui/notice';
import { RunActions } from '../exports/run-actions';
import { initiatorWords } from '../initiator-words';
import type { RunResult } from '../runs/run-result';
import type { LabRunState, RunFailure } from '../runs/use-lab-run';
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
      <p className={styles.spoken} role="status">
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

function failureText(failure: RunFailure): string {
  switch (failure.kind) {
    case 'refused':
      return explain(failure.error);
    case 'window-blocked':
      return `This browser did not let the Lab open ${initiatorWords[failure.initiator].page}. Allow pop-up windows for this address, then run it again.`;
    case 'initiator-missing':
      return `This run starts from ${initiatorWords[failure.initiator].page}, which did not answer. Leave its window open until the run is over, and run it again; if it does not open at all, this server does not offer it.`;
  }
}
