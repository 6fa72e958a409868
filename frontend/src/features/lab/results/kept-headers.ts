import type { CallResult } from '../runs/run-result';

/** What the server sent of headers that the page did not get, in lower case. */
export function keptHeaders({ recorded, observed }: CallResult): readonly string[] {
  const last = recorded.at(-1);
  if (last?.kind !== 'request') return [];
  const shown = new Set(observed.headers.map(({ name }) => name.toLowerCase()));
  const sent = new Set(last.headers.map(({ name }) => name.toLowerCase()));
  return [...sent].filter((name) => !shown.has(name)).sort();
}
