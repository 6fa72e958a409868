import { expect, test } from 'vitest';
import { api, call, headersOf, page } from '../../../../test-support/lab-samples';
import { standardEngine } from './engine';
import type { LabRequest, LabResponse, SentRequest } from './lab-request';
import { predict } from './prediction';
import type { RuleId } from './rules';
import { reasonOf } from './trace';

const allowing = [
  ['Access-Control-Allow-Origin', '{origin}'],
  ['Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH'],
  ['Access-Control-Allow-Headers', 'authorization, content-type'],
];
const here = 'http://localhost:8080';
const elsewhere = 'http://127.0.0.1:8080/others';

function redirectTo(location: string, status = 307): (sent: SentRequest) => LabResponse {
  return (sent) => {
    const isFirst = sent.kind === 'request' && sent.url === api;
    const pairs = isFirst ? [...allowing, ['Location', location]] : allowing;
    const headers = headersOf(pairs).map(({ name, value }) => ({
      name,
      value: value.replace('{origin}', sent.origin ?? ''),
    }));
    return { status: isFirst ? status : 200, headers };
  };
}

function predicted(request: Partial<LabRequest>, server: (sent: SentRequest) => LabResponse) {
  return predict({ ...call, ...request }, server, { cache: [], now: 0, engine: standardEngine });
}

function linesOf(sent: readonly SentRequest[]): readonly string[] {
  return sent.map(({ method, url, origin }) => `${method} ${new URL(url).host} ${String(origin)}`);
}

test('preflights again after a redirect, and hides the origin when it leads on to a third', () => {
  const { outcome, sent } = predicted({ method: 'PUT' }, redirectTo(elsewhere));
  expect(outcome).toBe('readable');
  expect(linesOf(sent)).toEqual([
    `OPTIONS localhost:8080 ${page}`,
    `PUT localhost:8080 ${page}`,
    'OPTIONS 127.0.0.1:8080 null',
    'PUT 127.0.0.1:8080 null',
  ]);
});

test.each([
  [301, 'POST', 'GET'],
  [302, 'POST', 'GET'],
  [302, 'PUT', 'PUT'],
  [303, 'PUT', 'GET'],
  [303, 'HEAD', 'HEAD'],
  [307, 'POST', 'POST'],
  [308, 'PATCH', 'PATCH'],
])('after %i a %s becomes a %s', (status, method, next) => {
  const { sent } = predicted({ method }, redirectTo('/api/next', status));
  expect(sent.at(-1)?.method).toBe(next);
});

test('drops the body’s headers with the body, and Authorization on the way to another origin', () => {
  const headers = headersOf([
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer x'],
  ]);
  const { sent } = predicted({ method: 'POST', headers }, redirectTo(elsewhere, 303));
  expect(sent.map(({ asks }) => asks?.headers ?? null)).toEqual(['authorization,content-type', null, null]);
  const within = predicted({ method: 'POST', headers }, redirectTo('/api/next', 303));
  expect(within.sent.map(({ asks }) => asks?.headers ?? null)).toEqual([
    'authorization,content-type',
    null,
    'authorization',
    null,
  ]);
});

test.each<[string, Partial<LabRequest>, string, RuleId]>([
  ['where redirects are an error', { redirect: 'error' }, elsewhere, 'redirect-mode'],
  ['to what is no address', {}, 'http://[', 'redirect-location'],
  ['to what is not http', {}, 'ftp://localhost/', 'redirect-http'],
  ['to an address with a password', {}, 'http://a:b@127.0.0.1:8080/', 'redirect-no-userinfo'],
  ['to itself', {}, api, 'redirect-count'],
  ['of a stream', { method: 'POST', body: { kind: 'stream' } }, elsewhere, 'redirect-repeatable-body'],
  [
    'that leaves the origin in mode same-origin',
    { origin: here, mode: 'same-origin' },
    elsewhere,
    'mode-reaches-target',
  ],
])('stops at a redirect %s', (_, request, location, rule) => {
  const { outcome, trace } = predicted(request, redirectTo(location));
  expect([outcome, reasonOf(trace)?.rule]).toEqual(['blocked', rule]);
});

test('follows twenty redirects', () => {
  const circle = (sent: SentRequest): LabResponse => {
    const hop = Number(new URL(sent.url).searchParams.get('hop') ?? 0);
    const pairs = [
      ['Access-Control-Allow-Origin', page],
      ['Location', `?hop=${hop + 1}`],
    ];
    return { status: hop < 20 ? 302 : 200, headers: headersOf(pairs) };
  };
  expect(predicted({}, circle)).toMatchObject({ outcome: 'readable', sent: { length: 21 } });
});

test('shows that there was a redirect and nothing of it where the page follows by hand', () => {
  const { outcome, status, headers } = predicted({ redirect: 'manual' }, redirectTo(elsewhere));
  expect([outcome, status, headers]).toEqual(['opaque-redirect', 0, []]);
});

test('asks each redirect for permission too', () => {
  const silent = () => ({ status: 302, headers: headersOf([['Location', '/api/next']]) });
  const { outcome, trace, sent } = predicted({}, silent);
  expect([outcome, reasonOf(trace)?.rule, sent.length]).toEqual(['blocked', 'allow-origin-present', 1]);
});

test('sends and keeps from the page what mode no-cors asks for', () => {
  const { outcome, status, sent } = predicted({ mode: 'no-cors', method: 'POST' }, redirectTo('/', 200));
  expect([outcome, status, sent.length]).toEqual(['opaque', 0, 1]);
});

test('reads all headers within one origin but Set-Cookie, and names the origin only with unsafe methods', () => {
  const server = () => ({
    status: 200,
    headers: headersOf([
      ['X-Lab-Example', '1'],
      ['Set-Cookie', 'a=b'],
    ]),
  });
  const { outcome, headers, sent } = predicted({ origin: here }, server);
  expect([outcome, headers, linesOf(sent)]).toEqual([
    'readable',
    ['x-lab-example'],
    ['GET localhost:8080 null'],
  ]);
  expect(linesOf(predicted({ origin: here, method: 'PUT' }, server).sent)).toEqual([
    `PUT localhost:8080 ${here}`,
  ]);
});
