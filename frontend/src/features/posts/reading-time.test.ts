import { expect, test } from 'vitest';
import { readingMinutes } from './reading-time';

test('is one minute for the shortest post', () => {
  expect(readingMinutes('')).toBe(1);
  expect(readingMinutes('## Hi')).toBe(1);
});

test('counts words and no Markdown marks', () => {
  expect(readingMinutes('word '.repeat(660))).toBe(3);
  expect(readingMinutes('--- * > '.repeat(660))).toBe(1);
});
