import { expect, test } from 'vitest';
import { clockText, spokenWait, waitText } from './countdown';

test.each([
  [0, '0:00'],
  [42, '0:42'],
  [60, '1:00'],
  [725, '12:05'],
  [3_600, '1:00:00'],
  [3_725, '1:02:05'],
])('shows %d seconds as the clock does, %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});

test.each([
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [3_600, '1 hour'],
  [3_601, '2 hours'],
])('says %d seconds in words, %s', (seconds, text) => {
  expect(waitText(seconds)).toBe(text);
});

test('reads a wait out now and then, not every second', () => {
  const said = new Set(Array.from({ length: 121 }, (_, left) => spokenWait(120 - left)));
  expect([...said]).toEqual([
    'You can try again in 2 minutes.',
    'You can try again in a minute or less.',
    'You can try again in 10 seconds or less.',
    'You can try again now.',
  ]);
});
