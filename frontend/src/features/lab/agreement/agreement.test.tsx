import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Tally } from './agreement';

test('names how many runs were asked for, while fewer were made', () => {
  render(<Tally results={[]} count={1_000} seconds={1} isRunning />);
  expect(
    screen.getByText(/, of 1,000 that were asked for: 0 requests, 0 of them preflights, in one second\./),
  ).toBeInTheDocument();
});

test('names the runs alone once all were made', () => {
  render(<Tally results={[]} count={0} seconds={2} isRunning={false} />);
  expect(screen.getByRole('status')).toHaveTextContent(
    /^0 of 0 runs agree with what was predicted: .* in 2 seconds\.$/,
  );
});
