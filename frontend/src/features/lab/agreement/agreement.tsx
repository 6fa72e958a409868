import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { saveFile } from '../../../ui/save-file';
import { failureText } from '../runs/failure-text';
import type { RunResult } from '../runs/run-result';
import { engineOf } from '../standard/engine';
import styles from './agreement.module.css';
import { useAgreement } from './use-agreement';

const counts = [50, 250, 1_000] as const;

/** Lets anybody see whether the Lab’s predictions hold in the very browser that they use. */
export function Agreement() {
  const engine = engineOf(navigator.userAgent);
  const { state, start, stop } = useAgreement();
  const [seed, setSeed] = useState(1);
  const isRunning = state.kind === 'running';
  const results = state.kind === 'idle' ? [] : state.results;

  function begin(count: number): void {
    start(count, seed);
    setSeed(seed + 1);
  }

  return (
    <div className={styles.agreement}>
      <p>
        The Lab makes up requests and servers, predicts what the browser will do with each, and then lets it
        do so, from all the pages that it can call from. A window opens for those on other origins, and closes
        at the end.
      </p>
      <p>
        {engine.comparedWith === null
          ? 'The Lab has not been compared with your browser yet: where they disagree, the browser is right.'
          : `The Lab’s predictions were compared with ${engine.comparedWith}, also where it departs from the standard.`}
        {engine.cookiesDiffer &&
          ' Safari has the same engine, and keeps cookies by code of its own: there the predictions about cookies may be wrong.'}
      </p>
      <div className={styles.actions}>
        {counts.map((count) => (
          <Button
            key={count}
            busy={isRunning}
            onClick={() => {
              begin(count);
            }}
          >
            Try {count.toLocaleString('en')} runs
          </Button>
        ))}
        {isRunning && (
          <Button look="quiet" onClick={stop}>
            Stop
          </Button>
        )}
      </div>
      {state.kind !== 'idle' && (results.length > 0 || state.kind !== 'failed') && (
        <>
          <progress
            className={styles.progress}
            max={state.count}
            value={results.length}
            aria-label="Runs made"
          />
          <Tally results={results} count={state.count} seconds={state.seconds} isRunning={isRunning} />
        </>
      )}
      {state.kind === 'failed' && (
        <Notice meaning="problem">
          {results.length > 0 && 'Then the runs ended early. '}
          {failureText(state.failure)}
        </Notice>
      )}
      <Disagreements results={results} />
      {results.length > 0 && !isRunning && (
        <Button
          onClick={() => {
            saveFile('agreement.json', JSON.stringify(results), 'application/json');
          }}
        >
          Save the runs as JSON
        </Button>
      )}
    </div>
  );
}

interface TallyProps {
  readonly results: readonly RunResult[];
  /** How many runs were asked for. */
  readonly count: number;
  readonly seconds: number;
  readonly isRunning: boolean;
}

/** What was found, as far as the runs have got. */
export function Tally({ results, count, seconds, isRunning }: TallyProps) {
  const agreed = results.filter(agrees).length;
  const requests = results.flatMap(({ calls }) => calls.flatMap(({ recorded }) => recorded));
  const preflights = requests.filter(({ kind }) => kind === 'preflight').length;
  return (
    <p className={styles.tally} role={isRunning ? undefined : 'status'}>
      <strong>
        {agreed.toLocaleString('en')} of {results.length.toLocaleString('en')} runs agree
      </strong>{' '}
      with what was predicted
      {results.length < count && `, of ${count.toLocaleString('en')} that were asked for`}:{' '}
      {requests.length.toLocaleString('en')} requests, {preflights.toLocaleString('en')} of them preflights,
      in {seconds === 1 ? 'one second' : `${seconds.toLocaleString('en')} seconds`}.
    </p>
  );
}

function agrees({ calls }: RunResult): boolean {
  return calls.every(({ disagreements }) => disagreements.length === 0);
}

function Disagreements({ results }: { readonly results: readonly RunResult[] }) {
  const wrong = results.filter((result) => !agrees(result));
  if (wrong.length === 0) return null;
  return (
    <ol className={styles.wrong}>
      {wrong.slice(0, 20).map((result, index) => (
        <li key={index}>
          {result.calls.flatMap(({ call, origin, disagreements }) =>
            disagreements.map(({ about, predicted, found }) => (
              <p key={`${about} ${predicted}`}>
                {call.method} from {origin}, {about}: predicted <code>{predicted}</code>, found{' '}
                <code>{found}</code>.
              </p>
            )),
          )}
        </li>
      ))}
    </ol>
  );
}
