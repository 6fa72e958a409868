import { expect, test } from 'vitest';
import type { Exchange } from '../../../api/generated/types.gen';
import { standardEngine } from '../standard/engine';
import { compare } from './comparison';
import { predictRun } from './predict-run';
import type { Disagreement, Observation } from './run-result';
import type { LabCall } from './setup';

const call: LabCall = {
  initiator: 'client',
  via: 'fetch',
  method: 'PUT',
  headers: [{ name: 'X-Lab', value: '1' }],
  credentials: 'omit',
  mode: 'cors',
  redirect: 'follow',
  body: { kind: 'none' },
};
const allowing = {
  status: 200,
  headers: [
    { name: 'Access-Control-Allow-Origin', value: '*' },
    { name: 'Access-Control-Allow-Methods', value: '*' },
    { name: 'Access-Control-Allow-Headers', value: '*' },
  ],
  cookie: null,
  redirects: false,
  delayMillis: 0,
};
const origin = 'http://localhost:5173';
const [predicted] = predictRun(
  { calls: [call], server: { preflight: allowing, response: allowing }, redirectTarget: null },
  {
    place: { url: 'http://localhost:8080/runs/a', redirectPath: null, cookieName: 'lab-test' },
    redirectPlace: null,
    pageOrigin: origin,
    originOf: () => origin,
    engine: standardEngine,
    thirdPartyCookies: false,
  },
);
const observed: Observation = {
  outcome: 'readable',
  status: 200,
  headers: [
    { name: 'cache-control', value: 'no-store' },
    { name: 'content-type', value: 'application/json' },
    { name: 'content-length', value: '18' },
  ],
  body: '{}',
  error: null,
  millis: 3,
};
const exchange: Exchange = {
  number: 2,
  at: '2026-01-01T00:00:00.002Z',
  kind: 'request',
  method: 'PUT',
  origin,
  requestedMethod: null,
  requestedHeaders: [],
  secFetch: { site: 'same-site', mode: 'cors', dest: 'empty' },
  contentType: null,
  headerNames: ['host', 'origin', 'x-lab'],
  cookieNames: [],
  status: 200,
  headers: [],
};
const preflight: Exchange = {
  ...exchange,
  number: 1,
  kind: 'preflight',
  method: 'OPTIONS',
  requestedMethod: 'PUT',
  requestedHeaders: ['x-lab'],
};

function found(
  seen: Partial<Observation> = {},
  recorded: readonly Exchange[] = [preflight, exchange],
): readonly Disagreement['about'][] {
  if (predicted === undefined) return expect.unreachable();
  return compare(call, predicted, { ...observed, ...seen }, recorded).map(({ about }) => about);
}

test('finds no fault with what came as predicted', () => {
  expect(found()).toEqual([]);
});

test.each<[string, Partial<Observation>, readonly Exchange[] | undefined, readonly Disagreement['about'][]]>([
  ['the page got an error', { outcome: 'error', status: 0, headers: [] }, undefined, ['outcome']],
  ['another status', { status: 500 }, undefined, ['status']],
  [
    'a header more',
    { headers: [...observed.headers, { name: 'vary', value: 'Origin' }] },
    undefined,
    ['headers'],
  ],
  ['a header less', { headers: [] }, undefined, ['headers']],
  ['no preflight', {}, [exchange], ['requests']],
  ['a preflight alone', {}, [preflight], ['requests', 'cookie']],
  ['another origin', {}, [preflight, { ...exchange, origin: 'null' }], ['requests']],
  ['another question', {}, [{ ...preflight, requestedHeaders: [] }, exchange], ['requests']],
  ['another method', {}, [preflight, { ...exchange, method: 'put' }], ['requests']],
])('tells of %s', (_, seen, recorded, expected) => {
  expect(found(seen, recorded)).toEqual(expected);
});

test('tells of a cookie that should not be there', () => {
  if (predicted === undefined) return expect.unreachable();
  const withCookie = {
    ...predicted,
    cookie: { name: 'lab-test', sending: [null], storing: null },
  };
  const recorded = [preflight, { ...exchange, cookieNames: ['lab-other', 'lab-test'] }];
  expect(compare(call, withCookie, observed, recorded)).toEqual([
    { about: 'cookie', predicted: 'without the cookie', found: 'with the cookie' },
  ]);
  const others = [preflight, { ...exchange, cookieNames: ['lab-other'] }];
  expect(compare(call, withCookie, observed, others)).toEqual([]);
});
