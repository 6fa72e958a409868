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
  /** How the engine departs from what the case expects; null unless it is known to. */
  readonly departure: string | null;
}

export function runAll(cases: readonly BrowserCase[], engine: Engine): readonly RunCase[] {
  return cases.map((each) => {
    const result = runCase(each, engine);
    if (passes(result)) return { each, result, outcome: 'passed', departure: null };
    const departure = departureOf(each, engine);
    return { each, result, outcome: departure === null ? 'failed' : 'departs', departure };
  });
}

function departureOf(each: BrowserCase, engine: Engine): string | null {
  if (passes(runCase(each, { ...engine, maxAgeLimit: Infinity }))) {
    return `${engine.name} remembers a preflight for at most ${engine.maxAgeLimit} seconds`;
  }
  return engine.departures.size > 0 ? (knownDepartures[each.id] ?? null) : null;
}

export const kindNames: Readonly<Record<CaseKind, string>> = {
  'browser-classify': 'Whether there is a preflight',
  'browser-preflight': 'What a preflight’s answer means',
  'browser-response': 'What of an answer is readable',
  'browser-preflight-cache': 'How long a preflight is remembered',
  'browser-redirect': 'Redirects',
};
