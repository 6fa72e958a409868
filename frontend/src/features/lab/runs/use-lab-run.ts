import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ProblemError, UnreachableError, type ApiError } from '../../../api/api-error';
import { useApi } from '../../../api/api-context';
import type { Exchange } from '../../../api/generated/types.gen';
import { labOptions } from '../lab-queries';
import { engineOf } from '../standard/engine';
import { conductRun, type Bench } from './conduct';
import { InitiatorError, type InitiatorFailure } from './initiator-error';
import { Initiators } from './initiators';
import type { RunResult } from './run-result';
import type { InitiatorName, Setup } from './setup';

export type RunFailure =
  /** The server refused the run, or did not answer. */
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: InitiatorFailure; readonly initiator: InitiatorName };

export type LabRunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly setup: Setup; readonly recorded: readonly Exchange[] }
  | { readonly kind: 'done'; readonly result: RunResult }
  | { readonly kind: 'failed'; readonly setup: Setup; readonly failure: RunFailure };

/** Conducts one run at a time. `run` has to be called from a click, because a browser opens a window only then. */
export function useLabRun(): { readonly state: LabRunState; readonly run: (setup: Setup) => void } {
  const bench = useBench();
  const [state, setState] = useState<LabRunState>({ kind: 'idle' });
  const latest = useRef(0);

  useEffect(
    () => () => {
      latest.current += 1;
    },
    [],
  );

  function run(setup: Setup): void {
    if (state.kind === 'running') return;
    latest.current += 1;
    const own = latest.current;
    const show = (next: LabRunState | (() => LabRunState)) => {
      if (latest.current === own) setState(next);
    };
    const { initiators } = bench;
    try {
      initiators.prepare(setup.calls);
    } catch (error) {
      show({ kind: 'failed', setup, failure: failureOf(error) });
      return;
    }
    show({ kind: 'running', setup, recorded: [] });
    conductRun(setup, bench, (recorded) => {
      show({ kind: 'running', setup, recorded });
    })
      .then(
        (result) => {
          show({ kind: 'done', result });
        },
        (error: unknown) => {
          // What is none of the known failures is a bug, and is told as one.
          show(() => ({ kind: 'failed', setup, failure: failureOf(error) }));
        },
      )
      .finally(() => {
        initiators.close();
      });
  }

  return { state, run };
}

/** Where this page conducts its runs. */
export function useBench(): Bench {
  const api = useApi();
  const { data } = useQuery(labOptions(api.client));
  const pages = data === undefined || data === 'off' ? [] : data.initiators;
  const pageOrigin = window.location.origin;
  return {
    api,
    pages,
    initiators: new Initiators(pages),
    engine: engineOf(navigator.userAgent),
    pageOrigin,
  };
}

/** The failure that an error stands for; whatever else was thrown is a bug, and thrown again. */
export function failureOf(error: unknown): RunFailure {
  if (error instanceof InitiatorError) return { kind: error.kind, initiator: error.initiator };
  if (error instanceof ProblemError || error instanceof UnreachableError) return { kind: 'refused', error };
  throw error;
}
