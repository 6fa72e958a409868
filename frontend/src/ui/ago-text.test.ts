import { expect, test } from 'vitest';
import { agoText } from './ago-text';

const now = new Date('2026-03-15T12:00:00Z');

test.each([
  ['2026-03-15T12:00:30Z', 'just now'],
  ['2026-03-15T11:59:30Z', 'just now'],
  ['2026-03-15T11:59:00Z', '1 minute ago'],
  ['2026-03-15T09:10:00Z', '2 hours ago'],
  ['2026-03-14T11:00:00Z', 'yesterday'],
  ['2026-03-01T12:00:00Z', '2 weeks ago'],
  ['2025-12-01T12:00:00Z', '3 months ago'],
  ['2024-01-01T12:00:00Z', '2 years ago'],
])('says of %s that it was %s', (instant, text) => {
  expect(agoText(new Date(instant), now)).toBe(text);
});
