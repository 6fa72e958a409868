import { describe, expect, test } from 'vitest';
import {
  casesOf,
  type CacheCase,
  type ClassifyCase,
  type HeaderPair,
} from '../../../test-support/browser-cases';
import { classify } from './classification';
import { chromiumEngine, standardEngine, type Engine } from './engine';
import type { Body, Header, LabRequest, LabResponse } from './lab-request';
import { judgePreflight } from './preflight-answer';
import type { PreflightCache } from './preflight-cache';
import { predict, type SentRequest } from './prediction';
import { readResponse } from './readable-response';
import type { RuleId } from './rules';
import { reasonOf } from './trace';

const page = 'http://localhost:5173';
const api = 'http://localhost:8080/api/items';

const call: LabRequest = {
  origin: page,
  url: api,
  method: 'GET',
  mode: 'cors',
  credentials: 'same-origin',
  redirect: 'follow',
  headers: [],
  body: { kind: 'none' },
};

/** The cases' names of the steps that fail, and ours. */
const rules: Readonly<Record<string, readonly RuleId[]>> = {
  'missing-allow-origin': ['allow-origin-present'],
  'wildcard-with-credentials': ['allow-origin-not-wildcard'],
  'origin-mismatch': ['allow-origin-matches'],
  'credentials-flag': ['allow-credentials-true'],
  'preflight-redirect': ['preflight-not-redirected'],
  'preflight-status': ['preflight-ok-status'],
  'invalid-allow-methods': ['allow-methods-valid'],
  'invalid-allow-headers': ['allow-headers-valid'],
  'method-not-allowed': ['method-allowed'],
  'header-not-allowed': ['header-allowed', 'non-wildcard-header-allowed'],
};

function headersOf(pairs: readonly HeaderPair[] = []): readonly Header[] {
  return pairs.map(([name = '', value = '']) => ({ name, value }));
}

function bodyOf(body: ClassifyCase['request']['body']): Body {
  if (body === 'blob-json') return { kind: 'blob', type: 'application/json' };
  return { kind: body ?? 'none' };
}

test('there are 108 cases', () => {
  const kinds = [
    'browser-classify',
    'browser-preflight',
    'browser-response',
    'browser-preflight-cache',
    'browser-redirect',
  ] as const;
  expect(kinds.map((kind) => casesOf(kind).length)).toEqual([37, 36, 15, 14, 6]);
});

describe('classifies', () => {
  test.each(casesOf('browser-classify'))('%s', (_, { request, expect: expected }) => {
    const { headers, body, method = 'GET', ...rest } = request;
    const found = classify(
      { ...call, ...rest, method, headers: headersOf(headers), body: bodyOf(body) },
      standardEngine,
    );
    expect(found.outcome).toBe(expected.outcome);
    if (expected.outcome === 'type-error') return;
    const { acrm = null, acrh = null } = expected;
    expect(found.method).toBe(expected.method);
    expect(found.preflight).toEqual(expected.preflight === true ? { method: acrm, headers: acrh } : null);
  });
});

describe('judges the preflight', () => {
  test.each(casesOf('browser-preflight'))('%s', (_, { request, response, expect: expected }) => {
    const verdict = judgePreflight(
      request,
      { ...response, headers: headersOf(response.headers) },
      standardEngine,
    );
    expect(verdict.holds).toBe(expected.ok);
    if (expected.ok) expect(verdict.maxAge).toBe(expected.maxAge);
    else expect(rules[expected.step ?? '']).toContain(reasonOf(verdict.trace)?.rule);
  });
});

describe('reads the response', () => {
  test.each(casesOf('browser-response'))('%s', (_, { request, response, expect: expected }) => {
    const asker = { ...request, mode: 'cors', tainting: 'cors' } as const;
    const read = readResponse(asker, { ...response, headers: headersOf(response.headers) });
    expect(read.readable).toBe(expected.readable);
    expect(read.status).toBe(expected.status);
    // The headers that carry the permission itself are of no interest to the cases.
    expect(read.headers.filter((name) => !name.startsWith('access-control-'))).toEqual(expected.exposed);
    if (!expected.readable) expect(rules[expected.step ?? '']).toContain(reasonOf(read.trace)?.rule);
  });
});

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

describe('remembers preflights', () => {
  test.each(casesOf('browser-preflight-cache'))('%s', (_, { steps, expect: expected }) => {
    let cache: PreflightCache = [];
    const seen = steps.map((step) => {
      const { t: now, unsafe = [], method, url = api, origin = page, credentials = 'include' } = step;
      const headers = unsafe.map((name) => ({ name, value: unsafeValues[name] ?? '1' }));
      const request = { ...call, method, url, origin, credentials, headers };
      const browser = { cache, now, engine: standardEngine };
      const prediction = predict(request, (sent) => answerOf(step, sent), browser);
      cache = prediction.cache;
      return {
        preflight: prediction.sent.some(({ kind }) => kind === 'preflight'),
        ok: prediction.outcome === 'readable',
      };
    });
    expect(seen).toEqual(expected);
  });
});

const places: Readonly<Record<string, string>> = {
  spa: `${page}/start`,
  api,
  third: 'http://127.0.0.1:8080/items',
  'api-userinfo': 'http://user:secret@localhost:8080/api/others',
};

describe('follows redirects', () => {
  test.each(casesOf('browser-redirect'))('%s', (_, { scenario, expect: expected }) => {
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
    const browser = { cache: [], now: 0, engine: standardEngine };
    const { outcome, sent } = predict({ ...call, url: first, method, credentials }, server, browser);
    expect(outcome).toBe(expected.outcome);
    const { originHeaderOnFinal } = expected;
    if (originHeaderOnFinal !== undefined) expect(sent.at(-1)?.origin).toBe(originHeaderOnFinal);
  });
});
