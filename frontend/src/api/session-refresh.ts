import { hasStatus } from './api-error';
import type { SessionChannel } from './session-channel';

/** Renews the session once for all requests that wait for it, in this tab and in the others. */
export interface SessionRefresh {
  /** How often the session has been renewed in any tab; to be read when a request is sent. */
  readonly count: () => number;
  /**
   * Sees to it that the session has been renewed since then. Rejects when nobody can say whether it still holds.
   *
   * @returns whether there is a session, so that the refused request is worth repeating
   */
  readonly after: (count: number) => Promise<boolean>;
  /** To be told of logins and logouts: whoever has logged out has nothing to renew. */
  readonly learn: (isLoggedIn: boolean) => void;
}

type Locks = Pick<LockManager, 'request'>;

const lockName = 'preflight-refresh';

/** Longer than any refresh takes: a tab that holds the lock longer no longer runs. */
const lockPatience = 20_000;

/** News and locks reach a tab on two ways, so that the lock may come first; the news is then a moment away. */
const newsPatience = 100;

/**
 * @param send renews the session; a 401 says that there is none any more
 * @param locks the browser's; null or absent on plain http, where each tab renews for itself, which
 * the server's grace of ten seconds allows
 */
export function createSessionRefresh(
  send: () => Promise<unknown>,
  channel: Pick<SessionChannel, 'tell' | 'subscribe'>,
  locks: Locks | null | undefined = navigator.locks,
): SessionRefresh {
  let count = 0;
  let mayBeLoggedIn = true;
  let underWay: Promise<boolean> | null = null;

  channel.subscribe((news) => {
    if (news === 'refreshed') count += 1;
    // A tab may log in where this one knew a visitor.
    mayBeLoggedIn = news !== 'left';
  });

  async function renew(): Promise<boolean> {
    try {
      await send();
    } catch (error) {
      if (!hasStatus(error, 401)) throw error;
      mayBeLoggedIn = false;
      channel.tell('changed');
      return false;
    }
    count += 1;
    channel.tell('refreshed');
    return true;
  }

  /** Renews unless another tab has done so meanwhile. */
  async function renewOnce(before: number): Promise<boolean> {
    return count === before ? renew() : true;
  }

  /** Resolves with the next news, or soon without any. */
  function news(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(stop, newsPatience);
      const unsubscribe = channel.subscribe(stop);
      function stop(): void {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      }
    });
  }

  async function oneTabAtATime(before: number): Promise<boolean> {
    if (!locks) return renewOnce(before);
    const turn = { begun: false };
    try {
      const first = await locks.request(lockName, { ifAvailable: true }, (lock) => {
        turn.begun = lock !== null;
        return lock && renewOnce(before);
      });
      if (first !== null) return first;
      const options = { signal: AbortSignal.timeout(lockPatience) };
      return await locks.request(lockName, options, async () => {
        turn.begun = true;
        if (count === before) await news();
        return renewOnce(before);
      });
    } catch (error) {
      if (turn.begun) throw error;
      // No lock to be had is no reason to be logged out.
      return renewOnce(before);
    }
  }

  return {
    count: () => count,
    after: (before) => {
      if (!mayBeLoggedIn) return Promise.resolve(false);
      if (count !== before) return Promise.resolve(true);
      underWay ??= oneTabAtATime(before).finally(() => {
        underWay = null;
      });
      return underWay;
    },
    learn: (isLoggedIn) => {
      mayBeLoggedIn = isLoggedIn;
    },
  };
}
