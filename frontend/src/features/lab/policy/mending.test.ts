import { expect, test } from 'vitest';
import { mistake } from '../../../../test-support/policy-samples';
import { lineOf, mendingsOf } from './mending';

const key = 'PREFLIGHT_CLIENT_ORIGINS';
const url = 'PREFLIGHT_PUBLIC_URL';

test.each([
  [
    key,
    `Write ${key}=https://a.example,https://b.example`,
    `${key}=https://a.example,https://b.example`,
    null,
  ],
  [key, `Name each origin, such as ${key}=https://a.example`, `${key}=https://a.example`, null],
  ['a.max-age', 'Write a.max-age: 7200', 'a.max-age: 7200', null],
  ['a.names', 'Write a.names: [GET, POST]', 'a.names: [GET, POST]', null],
  [
    url,
    `Write ${url}=https://a.example and put a proxy with TLS before it`,
    `${url}=https://a.example`,
    'And put a proxy with TLS before it.',
  ],
  ['A', 'Write A=None, or serve both from one site', 'A=None', 'Or serve both from one site.'],
])('takes for %s of “%s” the line alone', (setting, instead, code, rest) => {
  expect(lineOf(setting, instead)).toMatchObject({ code, rest });
});

test('takes no line from advice that has none', () => {
  expect(lineOf('cors', 'Remove it')).toBeNull();
});

test('mends one setting once', () => {
  const second = { ...mistake, value: ' ' };
  const other = { ...mistake, key: 'elsewhere' };
  expect(mendingsOf([mistake, other, second]).map(({ findings }) => findings)).toEqual([
    [mistake, second],
    [other],
  ]);
});
