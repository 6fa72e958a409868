/** Locks as the Web Locks standard has them, shared by whoever is given this object; the test environment has none. */
export interface FakeLocks extends Pick<LockManager, 'request'> {
  /** Resolves once so many hold or want a lock. */
  readonly untilWaiting: (wanted: number) => Promise<void>;
}

export function createFakeLocks(): FakeLocks {
  const queues = new Map<string, Promise<unknown>>();
  let waiting = 0;
  const watchers = new Map<number, () => void>();

  async function request(
    name: string,
    options: LockOptions,
    callback: (lock: Lock | null) => unknown,
  ): Promise<unknown> {
    const before = queues.get(name);
    if (before !== undefined && options.ifAvailable) return callback(null);
    waiting += 1;
    watchers.get(waiting)?.();
    const turn = (before ?? Promise.resolve()).then(() => callback({ name, mode: 'exclusive' }));
    const settled = turn
      .catch(() => undefined)
      .then(() => {
        waiting -= 1;
        if (queues.get(name) === settled) queues.delete(name);
      });
    queues.set(name, settled);
    return turn;
  }

  return {
    request: request as LockManager['request'],
    untilWaiting: (wanted) =>
      new Promise((resolve) => {
        if (waiting >= wanted) resolve();
        else watchers.set(wanted, resolve);
      }),
  };
}
