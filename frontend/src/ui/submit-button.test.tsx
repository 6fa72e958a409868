import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SubmitButton } from './submit-button';
import { useCountdown } from './use-countdown';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function LogIn({ refusal, waitSeconds }: { readonly refusal: unknown; readonly waitSeconds: number | null }) {
  return (
    <SubmitButton busy={false} secondsLeft={useCountdown(refusal, waitSeconds)}>
      Log in
    </SubmitButton>
  );
}

function button(refusal: unknown, waitSeconds: number | null) {
  return <LogIn refusal={refusal} waitSeconds={waitSeconds} />;
}

function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

test('cannot be pressed until the wait is over, and shows what is left of it', () => {
  const refusal = new Error('Too often');
  render(button(refusal, 62));
  expect(screen.getByRole('button')).toBeDisabled();
  expect(screen.getByRole('timer')).toHaveTextContent('Try again in 1:02');
  expect(screen.getByRole('status')).toHaveTextContent('You can try again in 2 minutes.');
  pass(1_000);
  expect(screen.getByRole('timer')).toHaveTextContent('Try again in 1:01');
  for (let second = 0; second < 60; second += 1) pass(1_000);
  expect(screen.getByRole('timer')).toHaveTextContent('Try again in 0:01');
  expect(screen.getByRole('button')).toBeDisabled();
  pass(1_000);
  expect(screen.getByRole('button')).toBeEnabled();
  expect(screen.getByRole('status')).toHaveTextContent('You can try again now.');
});

test('is not behind after a sleep', () => {
  render(button('first', 600));
  vi.setSystemTime(Date.now() + 500_000);
  pass(1_000);
  expect(screen.getByRole('timer')).toHaveTextContent('Try again in 1:39');
});

test('begins anew with another refusal, and ends when there is none', () => {
  const { rerender } = render(button('first', 30));
  pass(10_000);
  rerender(button('second', 30));
  expect(screen.getByRole('timer')).toHaveTextContent('Try again in 0:30');
  rerender(button(null, null));
  expect(screen.getByRole('button')).toBeEnabled();
  expect(screen.queryByRole('timer')).not.toBeInTheDocument();
});
