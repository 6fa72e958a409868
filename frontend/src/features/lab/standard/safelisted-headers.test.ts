import { expect, test } from 'vitest';
import { headersOf } from '../../../../test-support/lab-samples';
import { chromiumEngine, standardEngine } from './engine';
import type { RuleId } from './rules';
import { findUnsafeHeaders, judgeHeader, keptWithoutCors } from './safelisted-headers';
import { reasonOf } from './trace';

const long = 'a'.repeat(128);

test.each<[string, string, RuleId | undefined]>([
  ['Accept', 'text/html, */*;q=0.8', undefined],
  ['Accept', 'a\tb', undefined],
  ['Accept', 'a\u0001b', 'safelisted-value-bytes'],
  ['Accept', 'a\u007fb', 'safelisted-value-bytes'],
  ['Accept', 'grüße', undefined],
  ['Accept', long, undefined],
  ['Accept', `${long}a`, 'safelisted-value-length'],
  ['Accept-Language', 'de-AT, en;q=0.7, *', undefined],
  ['Accept-Language', 'de_AT', 'safelisted-value-bytes'],
  ['Content-Language', 'en/us', 'safelisted-value-bytes'],
  ['Content-Type', 'text/plain', undefined],
  ['Content-Type', 'Multipart/Form-Data; boundary=x', undefined],
  ['Content-Type', 'application/x-www-form-urlencoded', undefined],
  ['Content-Type', 'application/json', 'safelisted-content-type'],
  ['Content-Type', 'text/plain; a="b"', 'safelisted-value-bytes'],
  ['Content-Type', 'text/plain/x', 'safelisted-content-type'],
  ['Content-Type', 'text', 'safelisted-content-type'],
  ['Content-Type', '', 'safelisted-content-type'],
  ['Range', 'bytes=0-', undefined],
  ['Range', 'bytes=5-5', undefined],
  ['Range', 'bytes=6-5', 'safelisted-range'],
  ['Range', 'bytes=-5', 'safelisted-range'],
  ['Range', 'Bytes=0-1', 'safelisted-range'],
  ['Range', 'bytes=0-1, 2-3', 'safelisted-range'],
  ['Range', 'bytes=9007199254740993-9007199254740992', 'safelisted-range'],
  ['X-Lab-Example', '1', 'safelisted-header-name'],
  ['Save-Data', 'on', 'safelisted-header-name'],
])('judges %s: %j', (name, value, reason) => {
  expect(reasonOf(judgeHeader({ name, value }, standardEngine))?.rule).toBe(reason);
});

test.each(Array.from('"():<>?@[\\]{}'))('needs a preflight for Accept with %s', (byte) => {
  const header = { name: 'Accept', value: `a${byte}b` };
  expect(reasonOf(judgeHeader(header, standardEngine))).toMatchObject({
    rule: 'safelisted-value-bytes',
    facts: { byte },
  });
});

test('lets 1024 bytes of plain values pass, and makes each header count beyond', () => {
  const eight = Array.from({ length: 8 }, () => ['Accept', long]);
  expect(findUnsafeHeaders(headersOf(eight), standardEngine).names).toEqual([]);
  const more = [...eight, ['Accept-Language', 'e']];
  expect(findUnsafeHeaders(headersOf(more), standardEngine).names).toEqual(['accept', 'accept-language']);
});

test('does not count what needs a preflight anyway', () => {
  const headers = headersOf([...Array.from({ length: 8 }, () => ['Accept', long]), ['X-Long', long]]);
  expect(findUnsafeHeaders(headers, standardEngine).names).toEqual(['x-long']);
});

test('names each header once, in lower case, sorted', () => {
  const headers = headersOf([
    ['X-B', '1'],
    ['x-b', '2'],
    ['X-A', '1'],
    ['If-Match', '*'],
  ]);
  expect(findUnsafeHeaders(headers, standardEngine).names).toEqual(['if-match', 'x-a', 'x-b']);
});

test('judges lines of one name by themselves, but in Chromium together, and says so', () => {
  const twice = headersOf([
    ['Content-Type', 'text/plain'],
    ['Content-Type', 'text/plain'],
  ]);
  expect(findUnsafeHeaders(twice, standardEngine).names).toEqual([]);
  const { names, trace } = findUnsafeHeaders(twice, chromiumEngine);
  expect(names).toEqual(['content-type']);
  expect(trace[0]).toMatchObject({ rule: 'engine-departs', facts: { departure: 'joins-header-lines' } });
});

test('lets Save-Data: on pass in Chromium, and no other value', () => {
  expect(findUnsafeHeaders(headersOf([['Save-Data', 'on']]), chromiumEngine).names).toEqual([]);
  expect(findUnsafeHeaders(headersOf([['Save-Data', 'off']]), chromiumEngine).names).toEqual(['save-data']);
});

test('keeps without CORS only plain headers, never a Range, and judges lines of a name together', () => {
  const headers = headersOf([
    ['Accept', 'text/plain'],
    ['Content-Type', 'application/json'],
    ['Range', 'bytes=0-1'],
    ['X-A', '1'],
    ['Accept-Language', long],
    ['Accept-Language', 'en'],
  ]);
  expect(keptWithoutCors(headers)).toEqual([headers[0], headers[4]]);
});
