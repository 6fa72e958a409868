import { useRef } from 'react';

/**
 * Ignores further calls until the promise of the last one has settled. That an action is under way is shown only with
 * the next render, and two presses may come before it.
 *
 * @param action returns undefined when it began nothing; whoever shows its failures learns of them elsewhere
 */
export function useOneAtATime<Arguments extends readonly unknown[]>(
  action: (...args: Arguments) => Promise<unknown> | undefined,
): (...args: Arguments) => void {
  const underWay = useRef(false);

  function release(): void {
    underWay.current = false;
  }

  return (...args) => {
    if (underWay.current) return;
    const outcome = action(...args);
    if (outcome === undefined) return;
    underWay.current = true;
    outcome.then(release, release);
  };
}
