import { expect, test } from 'vitest';
import { answering, cookie, cookieRequest, redirecting, twice } from '../../../../test-support/departing';
import { authorized, effects } from '../../../../test-support/departure-effects';
import { call, headersOf, page } from '../../../../test-support/lab-samples';
import { judgeSending, stored } from './cookies';
import { chromiumEngine, firefoxEngine, standardEngine, webkitEngine } from './engine';
import { predictForm } from './navigation';
import { predict } from './prediction';

const put = { method: 'PUT' } as const;

test.each(effects)('follows the standard, or the engine that $departure', (effect) => {
  const { departure, look, standard, departing, along = [] } = effect;
  const engine = { ...standardEngine, name: 'This one', departures: new Set([departure, ...along]) };
  expect(look(standardEngine).seen).toEqual(standard);
  const { seen, trace } = look(engine);
  expect(seen).toEqual(departing);
  const told = trace.flatMap((step) => (step.rule === 'engine-departs' ? step.facts.departure : []));
  expect(told).toContain(departure);
});

test('knows what each departure comes to', () => {
  const known = new Set(effects.map(({ departure }) => departure));
  for (const { departures } of [chromiumEngine, firefoxEngine, webkitEngine]) {
    expect([...departures].filter((departure) => !known.has(departure))).toEqual([]);
  }
});

test('asks again after a redirect only what it does not remember, however little it asks', () => {
  const look = twice(put, redirecting('/api/next', 303));
  expect(look(standardEngine).seen).toBe(2);
  expect(look(firefoxEngine).seen).toBe(2);
  expect(look(webkitEngine).seen).toBe(2);
  const oftenWithoutMemory = twice(put, (sent) => {
    const { status, headers } = redirecting('/api/next', 303)(sent);
    return { status, headers: [...headers, ...headersOf([['Access-Control-Max-Age', '0']])] };
  });
  expect(oftenWithoutMemory(firefoxEngine).seen).toBe(4);
});

test('keeps no origin on the way to another one, in WebKit either', () => {
  const request = { ...call, mode: 'no-cors', method: 'POST' } as const;
  const server = redirecting('http://127.0.0.1:8080/others', 303);
  const { sent } = predict(request, server, { cache: [], now: 0, engine: webkitEngine });
  expect(sent.map(({ origin }) => origin)).toEqual([page, null]);
});

test('lets a form that a redirect turns into a GET say no origin, in WebKit too', () => {
  const form = { ...call, method: 'POST', body: { kind: 'string' } } as const;
  const server = redirecting('/api/next', 303);
  const { sent } = predictForm(form, server, { cache: [], now: 0, engine: webkitEngine });
  expect(sent.map(({ origin }) => origin)).toEqual([page, null]);
});

test('names no opaque origin in Chromium where a redirect has turned a POST into a GET', () => {
  const request = { origin: 'null', mode: 'no-cors', credentials: 'include', method: 'POST' } as const;
  const server = redirecting('/api/next', 303);
  const { sent } = predict({ ...call, ...request }, server, { cache: [], now: 0, engine: chromiumEngine });
  expect(sent.map(({ origin }) => origin)).toEqual(['null', null]);
});

test('forgets a preflight in Firefox where the redirect itself fails the CORS check', () => {
  const look = twice({ ...put, redirect: 'error' }, (sent) =>
    sent.kind === 'preflight' ? redirecting('/api/next', 307)(sent) : { status: 307, headers: [] },
  );
  expect(look(firefoxEngine).seen).toBe(2);
});

test('asks again for Authorization in Chromium, and in WebKit not, where “*” alone allowed it', () => {
  const look = (allowed: string) =>
    twice(
      authorized,
      answering([
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Allow-Headers', allowed],
      ]),
    );
  expect(look('*')(chromiumEngine).seen).toBe(2);
  expect(look('*')(webkitEngine).seen).toBe(1);
  expect(look('*, authorization')(chromiumEngine).seen).toBe(1);
});

test('sends a Partitioned cookie everywhere where an engine makes nothing of it', () => {
  const there = { ...cookieRequest, engine: webkitEngine };
  const kept = stored({ ...cookie, partitioned: true }, there);
  expect(judgeSending(kept, { ...there, origin: 'null', ancestors: [page] }).holds).toBe(true);
});
