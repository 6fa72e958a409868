import type { Header, LabRequest } from '../src/features/lab/standard/lab-request';
import type { HeaderPair } from './browser-case';

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
