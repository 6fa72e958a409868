import type { Engine } from '../standard/engine';
import type { BrowserCase, CaseKind } from './browser-case';
import { passes, type CaseResult } from './case-result';
import { knownDepartures } from './known-departures';
import { runCase } from './run-case';

/** `departs`: the engine is known to do otherwise, and the model says so. */
export type CaseOutcome = 'passed' | 'failed' | 'departs';

export interface RunCase {
  readonly each: BrowserCase;
  readonly result: CaseResult;
  readonly outcome: CaseOutcome;
}

export function runAll(cases: readonly BrowserCase[], engine: Engine): readonly RunCase[] {
  return cases.map((each) => {
    const result = runCase(each, engine);
    return { each, result, outcome: outcomeOf(each, result, engine) };
  });
}

function outcomeOf({ id }: BrowserCase, result: CaseResult, engine: Engine): CaseOutcome {
  if (passes(result)) return 'passed';
  return engine.departures.size > 0 && knownDepartures[id] !== undefined ? 'departs' : 'failed';
}

export const kindNames: Readonly<Record<CaseKind, string>> = {
  'browser-classify': 'Whether there is a preflight',
  'browser-preflight': 'What a preflight’s answer means',
  'browser-response': 'What of an answer is readable',
  'browser-preflight-cache': 'How long a preflight is remembered',
  'browser-redirect': 'Redirects',
};
