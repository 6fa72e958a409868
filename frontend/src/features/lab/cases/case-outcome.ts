import type { Departure, Engine } from '../standard/engine';
import { explainSteps } from '../standard/explanation';
import type { BrowserCase, CaseKind } from './browser-case';
import { passes, type CaseResult } from './case-result';
import { runCase } from './run-case';

/** `departs`: the engine is known to do otherwise, and the model says so. */
export type CaseOutcome = 'passed' | 'failed' | 'departs';

export interface RunCase {
  readonly each: BrowserCase;
  readonly result: CaseResult;
  readonly outcome: CaseOutcome;
  /** How the engine departs from what the case expects, as a sentence; null unless it is known to. */
  readonly departure: string | null;
}

export function runAll(cases: readonly BrowserCase[], engine: Engine): readonly RunCase[] {
  return cases.map((each) => {
    const result = runCase(each, engine);
    if (passes(result)) return { each, result, outcome: 'passed', departure: null };
    const departure = departureOf(each, result, engine);
    return { each, result, outcome: departure === null ? 'failed' : 'departs', departure };
  });
}

function departureOf(each: BrowserCase, { trace }: CaseResult, engine: Engine): string | null {
  if (passes(runCase(each, { ...engine, maxAgeLimit: Infinity }))) {
    return `${engine.name} remembers a preflight for at most ${engine.maxAgeLimit} seconds.`;
  }
  const departure = [...engine.departures].find((one) => passes(runCase(each, without(engine, one))));
  if (departure === undefined) return null;
  const told = trace.filter(({ rule, facts }) => rule === 'engine-departs' && facts.departure === departure);
  return explainSteps(told)[0]?.sentence ?? `${engine.name} is known to do otherwise.`;
}

function without(engine: Engine, departure: Departure): Engine {
  const departures = new Set(engine.departures);
  departures.delete(departure);
  return { ...engine, departures };
}

export const kindNames: Readonly<Record<CaseKind, string>> = {
  'browser-classify': 'Whether there is a preflight',
  'browser-preflight': 'What a preflight’s answer means',
  'browser-response': 'What of an answer is readable',
  'browser-preflight-cache': 'How long a preflight is remembered',
  'browser-redirect': 'Redirects',
};
