import { chromiumEngine, standardEngine, type Engine } from '../src/features/lab/standard/engine';
import type { Header, LabRequest } from '../src/features/lab/standard/lab-request';
import { casesOf, type CaseKind, type CaseOf, type HeaderPair } from './browser-cases';

export const page = 'http://localhost:5173';
export const api = 'http://localhost:8080/api/items';

/** A simple request of the page to the API, for tests to vary. */
export const call: LabRequest = {
  origin: page,
  url: api,
  method: 'GET',
  mode: 'cors',
  credentials: 'same-origin',
  redirect: 'follow',
  headers: [],
  body: { kind: 'none' },
};

export function headersOf(pairs: readonly HeaderPair[] = []): readonly Header[] {
  return pairs.map(([name = '', value = '']) => ({ name, value }));
}

/** The cases that hold for the standard, and that Chromium 156 was seen to answer otherwise. */
export const exceptions: Readonly<Record<string, string>> = {
  P050: 'Chromium lets * cover Authorization',
  P055: 'Chromium does not remember an answer whose Max-Age is negative',
  H004: 'Chromium does not remember an answer whose Max-Age is negative',
  H017: 'Chromium still remembers a preflight after what it admitted was blocked',
};

/** Each case by the standard, and by Chromium where it agrees. */
export function runsOf<K extends CaseKind>(kind: K): [string, CaseOf<K>, Engine][] {
  const cases = casesOf(kind);
  return [
    ...cases.map(([name, each]): [string, CaseOf<K>, Engine] => [name, each, standardEngine]),
    ...cases
      .filter(([, { id }]) => exceptions[id] === undefined)
      .map(([name, each]): [string, CaseOf<K>, Engine] => [`${name} (Chromium)`, each, chromiumEngine]),
  ];
}
