import { describe, expect, test } from 'vitest';
import { policyFor } from '../exports/cors-policy';
import { headerValue, normalizeValue, tokenList } from './header-list';
import { mimeTypeEssence } from './safelisted-headers';

const row = ' '.repeat(300_000);
const long = `x${row}x`;
const call = {
  method: 'GET',
  url: 'https://api.example.com/',
  headers: [],
  credentials: 'omit',
} as unknown as Parameters<typeof policyFor>[1];

/** An answer of a stranger could otherwise keep the page from answering for minutes. */
describe('a long row of spaces inside a text is passed at once', () => {
  test.each<[string, () => unknown, unknown]>([
    ['a value', () => normalizeValue(` ${long}\n`), long],
    ['a line', () => headerValue([{ name: 'A', value: long }], 'a'), long],
    ['a list of tokens', () => tokenList([{ name: 'A', value: `a, ${long}` }], 'a'), 'failure'],
    ['a MIME type', () => mimeTypeEssence(long), null],
    ['an origin for the exports', () => policyFor(`https://a${'/'.repeat(300_000)}b`, call), null],
  ])('%s', (_name, read, expected) => {
    const start = performance.now();
    expect(read()).toEqual(expected);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test('what is around is trimmed, up to nothing', () => {
  expect(normalizeValue('\t\r\n a b \t')).toBe('a b');
  expect(normalizeValue(' \t ')).toBe('');
  expect(normalizeValue('')).toBe('');
});
