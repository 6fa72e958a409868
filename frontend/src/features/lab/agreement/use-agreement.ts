import { useEffect, useRef, useState } from 'react';
import { conductRun, originsOf } from '../runs/conduct';
import { InitiatorError } from '../runs/initiator-error';
import type { RunResult } from '../runs/run-result';
import type { InitiatorName } from '../runs/setup';
import { failureOf, useBench, type RunFailure } from '../runs/use-lab-run';
import { generateSetups } from './generated-setups';

export type AgreementState =
  | { readonly kind: 'idle' }
  | (Progress & { readonly kind: 'running' | 'stopped' | 'done' })
  | (Progress & { readonly kind: 'failed'; readonly failure: RunFailure });

/** How far the runs have got; what was found until then stays also when they end early. */
interface Progress {
  readonly count: number;
  readonly seed: number;
  readonly results: readonly RunResult[];
  readonly seconds: number;
}

/** How often the page is drawn anew while runs go on. */
const drawnEvery = 10;

/** Tries many generated runs, one after the other. `start` has to be called from a click. */
export function useAgreement() {
  const bench = useBench();
  const [state, setState] = useState<AgreementState>({ kind: 'idle' });
  const stopped = useRef(true);

  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  async function conductAll(count: number, seed: number): Promise<void> {
    const began = performance.now();
    const originOf = originsOf(bench);
    const names: readonly InitiatorName[] = ['client', ...bench.pages.map(({ name }) => name)];
    const results: RunResult[] = [];
    const progress = (): Progress => {
      const seconds = Math.round((performance.now() - began) / 1_000);
      return { count, seed, results: [...results], seconds };
    };
    const show = (kind: 'running' | 'stopped' | 'done') => {
      setState({ kind, ...progress() });
    };
    show('running');
    try {
      for (const setup of generateSetups(count, seed, names, originOf)) {
        if (stopped.current) break;
        results.push(await conductRun(setup, bench));
        if (results.length % drawnEvery === 0) show('running');
      }
      show(results.length === count ? 'done' : 'stopped');
    } catch (error) {
      setState({ kind: 'failed', failure: failureOf(error), ...progress() });
    }
  }

  function start(count: number, seed: number): void {
    if (!stopped.current) return;
    try {
      // Some of them need a window, whichever they are.
      bench.initiators.openWindow('another-port');
    } catch (error) {
      if (!(error instanceof InitiatorError)) throw error;
      setState({ kind: 'failed', failure: failureOf(error), count, seed, results: [], seconds: 0 });
      return;
    }
    stopped.current = false;
    void conductAll(count, seed).finally(() => {
      stopped.current = true;
      bench.initiators.close();
    });
  }

  function stop(): void {
    stopped.current = true;
  }

  return { state, start, stop };
}
