import { expect, test } from 'vitest';
import { standardEngine } from '../standard/engine';
import { reasonOf } from '../standard/trace';
import { predictRun, type Scene } from './predict-run';
import type { CallPrediction } from './run-result';
import type { InitiatorName, LabCall, LabReply, LabServer, Setup } from './setup';

const origins: Readonly<Record<InitiatorName, string>> = {
  client: 'http://localhost:5173',
  'another-port': 'http://localhost:9000',
  'another-site': 'http://127.0.0.1:9000',
  subdomain: 'http://a.localhost:9000',
  null: 'null',
};
const place = {
  url: 'http://localhost:8080/runs/a',
  redirectPath: '/runs/b',
  cookieName: 'lab-test',
};
const scene: Scene = {
  place,
  redirectPlace: { ...place, url: 'http://localhost:8080/runs/b', redirectPath: null },
  pageOrigin: origins.client,
  originOf: (name) => origins[name],
  engine: standardEngine,
  thirdPartyCookies: true,
};
const call: LabCall = {
  initiator: 'client',
  via: 'fetch',
  method: 'GET',
  headers: [],
  credentials: 'include',
  mode: 'cors',
  redirect: 'follow',
  body: { kind: 'none' },
};
const open: LabReply = {
  status: 200,
  headers: [
    { name: 'Access-Control-Allow-Origin', value: '{origin}' },
    { name: 'Access-Control-Allow-Credentials', value: 'true' },
    { name: 'Access-Control-Allow-Methods', value: 'PUT' },
  ],
  cookie: null,
  redirects: false,
  delayMillis: 0,
};
const server: LabServer = { preflight: open, response: open };

function predicted(setup: Partial<Setup>) {
  return predictRun({ calls: [call], server, redirectTarget: null, ...setup }, scene);
}

function setting(cookie: LabReply['cookie']): LabServer {
  return { preflight: open, response: { ...open, cookie } };
}

function carriedIn(call: CallPrediction | undefined): readonly boolean[] | undefined {
  return call?.cookie?.sending.map((verdict) => verdict?.holds === true);
}

test('echoes the origin that asks', () => {
  const [first] = predicted({ calls: [{ ...call, initiator: 'null' }] });
  expect(first?.prediction).toMatchObject({ outcome: 'readable', sent: [{ origin: 'null' }] });
});

test('asks once for two calls', () => {
  const put = { ...call, method: 'PUT' };
  const kinds = predicted({ calls: [put, put] }).map(({ prediction }) =>
    prediction.sent.map(({ kind }) => kind),
  );
  expect(kinds).toEqual([['preflight', 'request'], ['request']]);
});

test('answers a preflight with 404 where the server knows none', () => {
  const [first] = predicted({
    calls: [{ ...call, method: 'PUT' }],
    server: { preflight: null, response: open },
  });
  expect(reasonOf(first?.prediction.trace ?? [])?.rule).toBe('allow-origin-present');
});

test.each<[InitiatorName, 'Strict' | 'Lax' | 'None', boolean]>([
  ['client', 'Strict', true],
  ['another-port', 'Lax', true],
  ['another-site', 'Lax', false],
  ['another-site', 'None', true],
  ['subdomain', 'Strict', false],
  ['null', 'Lax', false],
])('carries from %s a cookie with SameSite=%s back: %s', (initiator, sameSite, carried) => {
  const from = { ...call, initiator };
  const cookie = { sameSite, secure: true, partitioned: false };
  const [first, second] = predicted({ calls: [from, from], server: setting(cookie) });
  expect(first?.cookie).toMatchObject({ sending: [null], storing: { holds: carried } });
  expect(carriedIn(second)).toEqual([carried]);
});

test('lets a form of another site carry a Lax cookie with GET and not with POST', () => {
  const cookie = { sameSite: 'Lax', secure: false, partitioned: false } as const;
  const form: LabCall = { ...call, initiator: 'another-site', via: 'form', mode: 'no-cors' };
  const calls = [call, form, { ...form, method: 'POST' }];
  const results = predicted({ calls, server: setting(cookie) });
  expect(results.map(carriedIn)).toEqual([[false], [true], [false]]);
  expect(results[2]?.prediction).toMatchObject({
    outcome: 'opaque',
    sent: [{ kind: 'request', method: 'POST', origin: origins['another-site'] }],
  });
});

test('follows a redirect to the second server, which then gets the cookie of the first', () => {
  const cookie = { sameSite: 'Lax', secure: false, partitioned: false } as const;
  const redirecting = { ...open, status: 307, redirects: true, cookie };
  const [first] = predicted({ server: { preflight: open, response: redirecting }, redirectTarget: server });
  expect(first?.prediction.sent.map(({ url }) => new URL(url).pathname)).toEqual(['/runs/a', '/runs/b']);
  expect(carriedIn(first)).toEqual([false, true]);
});

test.each([
  [303, 'GET', true],
  [307, 'POST', false],
])('lets a form that %i leads on with %s carry a Lax cookie: %s', (status, method, carried) => {
  const cookie = { sameSite: 'Lax', secure: false, partitioned: false } as const;
  const form: LabCall = { ...call, initiator: 'another-site', via: 'form', mode: 'no-cors', method: 'POST' };
  const [first] = predicted({
    calls: [form],
    server: { preflight: open, response: { ...open, status, redirects: true, cookie } },
    redirectTarget: server,
  });
  expect(first?.prediction.sent.map((sent) => sent.method)).toEqual(['POST', method]);
  expect(carriedIn(first)).toEqual([false, carried]);
});

test('keeps no cookie of a preflight’s answer', () => {
  const cookie = { sameSite: 'Lax', secure: false, partitioned: false } as const;
  const put = { ...call, method: 'PUT' };
  const results = predicted({
    calls: [put, call],
    server: { preflight: { ...open, cookie }, response: open },
  });
  expect(results.map(({ cookie: found }) => found)).toEqual([null, null]);
});
