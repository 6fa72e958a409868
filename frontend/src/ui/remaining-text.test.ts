import { expect, test } from 'vitest';
import { remainingText } from './remaining-text';

test('says nothing far from the limit', () => {
  expect(remainingText(0, 200)).toBeNull();
  expect(remainingText(159, 200)).toBeNull();
});

test('counts down near the limit and past it', () => {
  expect(remainingText(160, 200)).toBe('40 of 200 characters left');
  expect(remainingText(100_000, 100_000)).toBe('0 of 100,000 characters left');
  expect(remainingText(101_500, 100_000)).toBe('1,500 too many of 100,000');
});
