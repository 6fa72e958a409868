import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useCountdown } from './use-countdown';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('ends also when a timer fires before its time', () => {
  const refusal = new Error('too often');
  const { result } = renderHook(() => useCountdown(refusal, 1));
  expect(result.current).toBe(1);
  // The clock is set back by a moment, which is the same to a timer.
  vi.setSystemTime(Date.now() - 1);
  act(() => {
    vi.advanceTimersByTime(1_000);
  });
  expect(result.current).toBe(1);
  act(() => {
    vi.advanceTimersByTime(1);
  });
  expect(result.current).toBe(0);
});
