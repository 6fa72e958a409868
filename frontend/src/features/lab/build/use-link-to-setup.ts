import { useEffect } from 'react';
import { setupToHash } from '../exports/setup-link';
import type { Setup } from '../runs/setup';

/** Browsers take no more than a hundred changes of the address in half a minute. */
const pause = 500;

/** Keeps what is typed in the page's address, except secrets, so that it can be shared and survives a reload. */
export function useLinkToSetup(setup: Setup, isReady: boolean): void {
  const hash = setupToHash(setup);
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => {
      // Past the router, which would take the new address for a new setup.
      window.history.replaceState(window.history.state, '', `#${hash}`);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [hash, isReady]);
}
