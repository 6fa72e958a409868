import { expect, test } from 'vitest';
import { headersOf, page } from '../../../../test-support/lab-samples';
import { readResponse } from './readable-response';

const allowed = [
  ['Access-Control-Allow-Origin', page],
  ['Access-Control-Allow-Credentials', 'true'],
];

function read(credentials: 'include' | 'omit', pairs: string[][]) {
  const asker = { origin: page, credentials, mode: 'cors', tainting: 'cors' } as const;
  return readResponse(asker, { status: 200, headers: headersOf([...allowed, ...pairs]) });
}

test.each([
  'Cache-Control',
  'Content-Language',
  'Content-Length',
  'Content-Type',
  'Expires',
  'Last-Modified',
  'Pragma',
])('shows %s without being told', (name) => {
  expect(read('include', [[name, 'x']]).headers).toEqual([name.toLowerCase()]);
});

test('shows every header but Set-Cookie by * without credentials', () => {
  const pairs = [
    ['Access-Control-Expose-Headers', '*'],
    ['X-A', '1'],
    ['Set-Cookie', 'a=b'],
  ];
  expect(read('omit', pairs).headers).toContain('x-a');
  expect(read('omit', pairs).headers).not.toContain('set-cookie');
});

test('never shows Set-Cookie, not even when it is named', () => {
  const pairs = [
    ['Access-Control-Expose-Headers', 'set-cookie'],
    ['Set-Cookie', 'a=b'],
  ];
  expect(read('include', pairs).headers).toEqual([]);
});

test.each([
  ['*', 'expose-wildcard-literal'],
  ['x a', 'expose-headers-invalid'],
])('says why “Access-Control-Expose-Headers: %s” shows nothing more', (value, rule) => {
  const { headers, trace } = read('include', [
    ['Access-Control-Expose-Headers', value],
    ['X-A', '1'],
  ]);
  expect(headers).toEqual([]);
  expect(trace).toContainEqual({ rule, outcome: 'note', facts: { value } });
  expect(trace).toContainEqual({ rule: 'header-hidden', outcome: 'note', facts: { name: 'x-a' } });
});

test('compares Access-Control-Allow-Origin byte for byte', () => {
  const asker = { origin: 'null', credentials: 'omit', mode: 'cors', tainting: 'cors' } as const;
  const answer = (value: string) => ({
    status: 200,
    headers: headersOf([['Access-Control-Allow-Origin', value]]),
  });
  expect(readResponse(asker, answer('null')).readable).toBe(true);
  expect(readResponse(asker, answer('NULL')).readable).toBe(false);
  expect(readResponse({ ...asker, origin: page }, answer(page.toUpperCase())).readable).toBe(false);
});
