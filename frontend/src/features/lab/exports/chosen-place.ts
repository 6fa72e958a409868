import { useSyncExternalStore } from 'react';
import type { Place } from './fix';

let chosen: Place | null = null;
const listeners = new Set<() => void>();

function choose(place: Place): void {
  chosen = place;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): Place | null {
  return chosen;
}

/** Which framework a person reads snippets for: the same in all of them, and until the page is left. */
export function useChosenPlace(): readonly [Place | null, (place: Place) => void] {
  return [useSyncExternalStore(subscribe, current), choose];
}
