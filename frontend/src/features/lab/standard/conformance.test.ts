import { describe, expect, test } from 'vitest';
import { casesOf, runsOf } from '../../../../test-support/browser-cases';
import { headersOf } from '../../../../test-support/lab-samples';
import { knownDepartures } from '../../../../test-support/known-departures';
import { runCase } from '../../../../test-support/run-case';
import { chromiumEngine, standardEngine } from './engine';
import { judgePreflight } from './preflight-answer';
import { note } from './trace';

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

const disagreements = (result: ReturnType<typeof runCase>) => result.filter(({ agrees }) => !agrees);

describe('classifies', () => {
  test.each(runsOf('browser-classify'))('%s', (_, each, engine) => {
    expect(disagreements(runCase(each, engine))).toEqual([]);
  });
});

describe('judges the preflight', () => {
  test.each(runsOf('browser-preflight'))('%s', (_, each, engine) => {
    expect(disagreements(runCase(each, engine))).toEqual([]);
  });
});

describe('reads the response', () => {
  test.each(casesOf('browser-response'))('%s', (_, each) => {
    expect(disagreements(runCase(each, standardEngine))).toEqual([]);
  });
});

describe('does what Chromium does where it departs from the standard', () => {
  test(`P050 ${knownDepartures.P050 ?? ''}`, () => {
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

  test(`P055 ${knownDepartures.P055 ?? ''}`, () => {
    const [, each] = casesOf('browser-preflight').find(([, { id }]) => id === 'P055') ?? [];
    const { request, response } = each ?? expect.unreachable();
    const answer = { ...response, headers: headersOf(response.headers) };
    expect(judgePreflight(request, answer, chromiumEngine)).toMatchObject({ holds: true, maxAge: 0 });
  });
});
