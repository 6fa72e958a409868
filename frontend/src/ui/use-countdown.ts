import { useEffect, useState } from 'react';

/**
 * Counts down whole seconds by the clock, so that a tab that slept is not behind.
 *
 * @param occasion what began the wait; another one begins another wait
 * @param seconds how long it is, or null for none
 * @returns the seconds left, or null when there is no wait
 */
export function useCountdown(occasion: unknown, seconds: number | null): number | null {
  const [wait, setWait] = useState(() => begin(occasion, seconds));
  const current = wait.occasion === occasion ? wait : begin(occasion, seconds);
  if (current !== wait) setWait(current);
  const { until, left } = current;

  useEffect(() => {
    const { occasion, until, left } = current;
    if (until === null || left === 0) return;
    const now = Date.now();
    // At the next full second, not a second from now.
    const timer = setTimeout(
      () => {
        setWait({ occasion, until, left: Math.max(0, Math.ceil((until - Date.now()) / 1000)) });
      },
      Math.max(1, until - now - (left - 1) * 1000),
    );
    return () => {
      clearTimeout(timer);
    };
    // Not by the seconds left: a timer may fire a moment early, when they are still the same.
  }, [current]);

  return until === null ? null : left;
}

function begin(occasion: unknown, seconds: number | null) {
  return seconds === null || seconds === 0
    ? { occasion, until: null, left: 0 }
    : { occasion, until: Date.now() + seconds * 1000, left: seconds };
}
