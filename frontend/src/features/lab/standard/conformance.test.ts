import { describe, expect, test } from 'vitest';
import { casesOf, type ClassifyCase } from '../../../../test-support/browser-cases';
import { call, exceptions, headersOf, runsOf } from '../../../../test-support/lab-samples';
import { classify } from './classification';
import { chromiumEngine } from './engine';
import type { Body } from './lab-request';
import { judgePreflight } from './preflight-answer';
import { readResponse } from './readable-response';
import type { RuleId } from './rules';
import { note, reasonOf } from './trace';

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
  test.each(runsOf('browser-classify'))('%s', (_, { request, expect: expected }, engine) => {
    const { headers, body, method = 'GET', ...rest } = request;
    const found = classify(
      { ...call, ...rest, method, headers: headersOf(headers), body: bodyOf(body) },
      engine,
    );
    expect(found.outcome).toBe(expected.outcome);
    if (expected.outcome === 'type-error') return;
    const { acrm = null, acrh = null } = expected;
    expect(found.method).toBe(expected.method);
    expect(found.preflight).toEqual(expected.preflight === true ? { method: acrm, headers: acrh } : null);
  });
});

describe('judges the preflight', () => {
  test.each(runsOf('browser-preflight'))('%s', (_, { request, response, expect: expected }, engine) => {
    const verdict = judgePreflight(request, { ...response, headers: headersOf(response.headers) }, engine);
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

describe('does what Chromium does where it departs from the standard', () => {
  test(`P050 ${exceptions.P050 ?? ''}`, () => {
    const [, each] = casesOf('browser-preflight').find(([, { id }]) => id === 'P050') ?? [];
    const { request, response } = each ?? expect.unreachable();
    const answer = { ...response, headers: headersOf(response.headers) };
    const { holds, trace } = judgePreflight(request, answer, chromiumEngine);
    expect(holds).toBe(true);
    expect(trace).toContainEqual(
      note('engine-departs', {
        engine: 'Chromium',
        departure: 'wildcard-covers-authorization',
        name: 'authorization',
      }),
    );
  });

  test(`P055 ${exceptions.P055 ?? ''}`, () => {
    const [, each] = casesOf('browser-preflight').find(([, { id }]) => id === 'P055') ?? [];
    const { request, response } = each ?? expect.unreachable();
    const answer = { ...response, headers: headersOf(response.headers) };
    expect(judgePreflight(request, answer, chromiumEngine)).toMatchObject({ holds: true, maxAge: 0 });
  });
});
