import { chromiumEngine, standardEngine, type Engine } from '../src/features/lab/standard/engine';
import type { BrowserCase, CaseKind, CaseOf } from './browser-case';
import file from './browser-cases.json';
import { knownDepartures } from './known-departures';

export const allCases = file.cases as unknown as readonly BrowserCase[];

/** The cases of one kind, each with the name of its test. */
export function casesOf<K extends CaseKind>(kind: K): [string, CaseOf<K>][] {
  return allCases
    .filter((each): each is CaseOf<K> => each.kind === kind)
    .map((each) => [`${each.id} ${each.title}`, each]);
}

/** Each case by the standard, and by Chromium where it agrees. */
export function runsOf<K extends CaseKind>(kind: K): [string, CaseOf<K>, Engine][] {
  const cases = casesOf(kind);
  return [
    ...cases.map(([name, each]): [string, CaseOf<K>, Engine] => [name, each, standardEngine]),
    ...cases
      .filter(([, { id }]) => knownDepartures[id] === undefined)
      .map(([name, each]): [string, CaseOf<K>, Engine] => [`${name} (Chromium)`, each, chromiumEngine]),
  ];
}
