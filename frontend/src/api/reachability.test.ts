import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReachability, type Reachability } from './reachability';

let up: boolean;
let probes: number;
let reachability: Reachability;

beforeEach(() => {
  vi.useFakeTimers();
  up = false;
  probes = 0;
  reachability = createReachability(
    () => {
      probes += 1;
      reachability.report(up ? 'reached' : 'missed');
      return Promise.resolve(up);
    },
    () => 0,
  );
});

afterEach(() => {
  vi.useRealTimers();
});

test('is reachable until a call is missed', () => {
  expect(reachability.state()).toEqual({ kind: 'reachable' });
  reachability.report('reached');
  expect(reachability.state()).toEqual({ kind: 'reachable' });
  reachability.report('missed');
  expect(reachability.state().kind).toBe('unreachable');
});

test('tries by itself, less and less often, and never stops', async () => {
  reachability.report('missed');
  reachability.report('missed');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(probes).toBe(1);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(probes).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(probes).toBe(2);
  await vi.advanceTimersByTimeAsync(4_000 + 8_000 + 15_000 + 30_000 + 30_000);
  expect(probes).toBe(7);
});

test('recovers by a try or by any other call, and tells so once', async () => {
  const listener = vi.fn();
  reachability.report('missed');
  reachability.subscribe(listener);
  up = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reachability.state()).toEqual({ kind: 'reachable' });
  expect(listener).toHaveBeenCalledTimes(2);

  reachability.report('missed');
  reachability.report('reached');
  await vi.advanceTimersByTimeAsync(0);
  expect(reachability.state()).toEqual({ kind: 'reachable' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(probes).toBe(2);
});

test('goes round in no circle when other calls are answered and its own is not', async () => {
  const listener = vi.fn();
  reachability.report('missed');
  reachability.subscribe(listener);
  for (let i = 0; i < 10; i++) reachability.report('reached');
  await vi.advanceTimersByTimeAsync(0);
  expect(reachability.state().kind).toBe('unreachable');
  expect(probes).toBe(1);
  expect(listener).toHaveBeenCalledTimes(2);
});

test('begins with short waits again after a recovery', async () => {
  reachability.report('missed');
  await vi.advanceTimersByTimeAsync(60_000);
  up = true;
  reachability.report('reached');
  await vi.advanceTimersByTimeAsync(0);
  up = false;
  probes = 0;
  reachability.report('missed');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(probes).toBe(1);
});

test('tries at once when asked, once at a time, and not while reachable', async () => {
  reachability.retryNow();
  expect(probes).toBe(0);
  reachability.report('missed');
  reachability.retryNow();
  reachability.retryNow();
  expect(probes).toBe(1);
  expect(reachability.state()).toEqual({ kind: 'unreachable', nextTryAt: null });
  await vi.advanceTimersByTimeAsync(0);
  expect(reachability.state()).not.toEqual({ kind: 'unreachable', nextTryAt: null });
});
