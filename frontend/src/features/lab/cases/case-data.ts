import { useCallback, useEffect, useState } from 'react';
import type { BrowserCase } from './browser-case';
import type { HostileOrigin } from './hostile-origin';

/** The data, which are larger than the rest of the Lab and travel only to who looks at them. */
export async function loadBrowserCases(): Promise<readonly BrowserCase[]> {
  return (await import('./browser-cases.json')).default.cases as unknown as readonly BrowserCase[];
}

export async function loadHostileOrigins(): Promise<readonly HostileOrigin[]> {
  return (await import('./hostile-origins.json')).default.origins as readonly HostileOrigin[];
}

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | { readonly state: 'loaded'; readonly data: T };

/** @param load the same function in every render */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<{ data: T } | 'failed' | null>(null);
  const retry = useCallback(() => {
    setOutcome(null);
    setAttempt((count) => count + 1);
  }, []);

  useEffect(() => {
    let isWanted = true;
    load().then(
      (data) => {
        if (isWanted) setOutcome({ data });
      },
      () => {
        if (isWanted) setOutcome('failed');
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load, attempt]);

  if (outcome === null) return { state: 'loading' };
  return outcome === 'failed' ? { state: 'failed', retry } : { state: 'loaded', data: outcome.data };
}
