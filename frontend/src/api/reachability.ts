export type ReachabilityState =
  | { readonly kind: 'reachable' }
  /** `nextTryAt` is a time in epoch milliseconds, or null while a try is under way. */
  | { readonly kind: 'unreachable'; readonly nextTryAt: number | null };

/** Whether the server answers at all, and the retries until it does again. */
export interface Reachability {
  readonly state: () => ReachabilityState;
  /** Calls back on every change of the state. @returns how to stop that */
  readonly subscribe: (listener: () => void) => () => void;
  readonly report: (outcome: 'reached' | 'missed') => void;
  /** Tries at once instead of when the next try is due; does nothing while the server is reachable. */
  readonly retryNow: () => void;
}

const delays = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Only a probe that is answered ends an outage. Another call that is answered brings the next probe forward: if it ended
 * the outage itself, one address that something keeps blocking would start it again, and so on without a pause.
 *
 * @param probe tells whether the server answered; its outcome is reported here, too, like that of any other call
 * @param random from 0 to 1; spreads the retries of many clients when a server comes back
 */
export function createReachability(
  probe: () => Promise<boolean>,
  random: () => number = Math.random,
): Reachability {
  let state: ReachabilityState = { kind: 'reachable' };
  let misses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function become(next: ReachabilityState): void {
    state = next;
    listeners.forEach((listener) => {
      listener();
    });
  }

  function scheduleTry(): void {
    const delay = delays[Math.min(misses, delays.length - 1)] ?? 0;
    const wait = delay * (1 + random() / 4);
    misses += 1;
    timer = setTimeout(tryNow, wait);
    become({ kind: 'unreachable', nextTryAt: Date.now() + wait });
  }

  function tryNow(): void {
    clearTimeout(timer);
    become({ kind: 'unreachable', nextTryAt: null });
    void probe().then((answered) => {
      if (!answered) {
        scheduleTry();
        return;
      }
      misses = 0;
      become({ kind: 'reachable' });
    });
  }

  function retryNow(): void {
    if (state.kind === 'unreachable' && state.nextTryAt !== null) tryNow();
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report: (outcome) => {
      if (outcome === 'missed' && state.kind === 'reachable') scheduleTry();
      if (outcome === 'reached') retryNow();
    },
    retryNow,
  };
}
