import { describe, expect, test } from 'vitest';
import { casesOf, type CacheCase } from '../../../../test-support/browser-cases';
import { api, call, exceptions, headersOf, page, runsOf } from '../../../../test-support/lab-samples';
import { chromiumEngine, type Engine } from './engine';
import type { LabResponse } from './lab-request';
import type { PreflightCache } from './preflight-cache';
import { predict, type SentRequest } from './prediction';

/** The server of the cache's cases: it allows what the policy allows, and echoes the headers it is asked about. */
function answerOf(step: CacheCase['steps'][number], sent: SentRequest): LabResponse {
  const {
    maxAge = '7200',
    allowMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    actualOk,
  } = step;
  if (sent.kind === 'request' && actualOk === false) return { status: 200, headers: [] };
  const pairs = [
    ['Access-Control-Allow-Origin', sent.origin ?? ''],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', allowMethods.join(', ')],
    ['Access-Control-Allow-Headers', sent.asks?.headers ?? ''],
    ...(maxAge === null ? [] : [['Access-Control-Max-Age', maxAge]]),
  ];
  return { status: sent.kind === 'preflight' ? 204 : 200, headers: headersOf(pairs) };
}

const unsafeValues: Readonly<Record<string, string>> = { 'content-type': 'application/json' };

/** What each step of a cache's case sends and gets, one after the other. */
function replay({ steps }: CacheCase, engine: Engine): readonly { preflight: boolean; ok: boolean }[] {
  let cache: PreflightCache = [];
  return steps.map((step) => {
    const { t: now, unsafe = [], method, url = api, origin = page, credentials = 'include' } = step;
    const headers = unsafe.map((name) => ({ name, value: unsafeValues[name] ?? '1' }));
    const request = { ...call, method, url, origin, credentials, headers };
    const prediction = predict(request, (sent) => answerOf(step, sent), { cache, now, engine });
    cache = prediction.cache;
    return {
      preflight: prediction.sent.some(({ kind }) => kind === 'preflight'),
      ok: prediction.outcome === 'readable',
    };
  });
}

describe('remembers preflights', () => {
  test.each(runsOf('browser-preflight-cache'))('%s', (_, each, engine) => {
    expect(replay(each, engine)).toEqual(each.expect);
  });
});

describe('remembers as Chromium does where it departs from the standard', () => {
  test.each([
    [`H004 ${exceptions.H004 ?? ''}`, 'H004', [true, true, true]],
    [`H017 ${exceptions.H017 ?? ''}`, 'H017', [true, false, false]],
  ])('%s', (_, id, preflights) => {
    const [, each] = casesOf('browser-preflight-cache').find(([, found]) => found.id === id) ?? [];
    const seen = replay(each ?? expect.unreachable(), chromiumEngine);
    expect(seen.map(({ preflight }) => preflight)).toEqual(preflights);
  });
});

const places: Readonly<Record<string, string>> = {
  spa: `${page}/start`,
  api,
  third: 'http://127.0.0.1:8080/items',
  'api-userinfo': 'http://user:secret@localhost:8080/api/others',
};

describe('follows redirects', () => {
  test.each(runsOf('browser-redirect'))('%s', (_, { scenario, expect: expected }, engine) => {
    const { chain = ['api'], acao = [page], credentials = 'same-origin', preflightStatus = 204 } = scenario;
    const [first = api, ...others] = chain.map((place) => places[place] ?? '');
    const method = scenario.preflightStatus === undefined ? 'GET' : 'PUT';
    let requests = 0;
    const server = (sent: SentRequest): LabResponse => {
      const hop = requests;
      const allowed = acao[hop] ?? null;
      const headers = allowed === null ? [] : headersOf([['Access-Control-Allow-Origin', allowed]]);
      if (sent.kind === 'preflight') {
        return { status: preflightStatus, headers: [...headers, { name: 'Location', value: '/elsewhere' }] };
      }
      requests += 1;
      const next = others[hop];
      if (next === undefined) return { status: 200, headers };
      return { status: 302, headers: [...headers, { name: 'Location', value: next }] };
    };
    const browser = { cache: [], now: 0, engine };
    const { outcome, sent } = predict({ ...call, url: first, method, credentials }, server, browser);
    expect(outcome).toBe(expected.outcome);
    const { originHeaderOnFinal } = expected;
    if (originHeaderOnFinal !== undefined) expect(sent.at(-1)?.origin).toBe(originHeaderOnFinal);
  });
});
