import { describe, expect, test } from 'vitest';
import { casesOf, runsOf } from '../../../../test-support/browser-cases';
import { knownDepartures } from '../../../../test-support/known-departures';
import { runCase } from '../../../../test-support/run-case';
import { chromiumEngine } from './engine';

describe('remembers preflights', () => {
  test.each(runsOf('browser-preflight-cache'))('%s', (_, each, engine) => {
    expect(runCase(each, engine).filter(({ agrees }) => !agrees)).toEqual([]);
  });
});

describe('remembers as Chromium does where it departs from the standard', () => {
  test.each([
    [`H004 ${knownDepartures.H004 ?? ''}`, 'H004', ['yes', 'yes', 'yes']],
    [`H017 ${knownDepartures.H017 ?? ''}`, 'H017', ['yes', 'no', 'no']],
  ])('%s', (_, id, preflights) => {
    const [, each] = casesOf('browser-preflight-cache').find(([, found]) => found.id === id) ?? [];
    const compared = runCase(each ?? expect.unreachable(), chromiumEngine);
    const seen = compared.filter(({ what }) => what.endsWith('a preflight'));
    expect(seen.map(({ found }) => found)).toEqual(preflights);
  });
});

describe('follows redirects', () => {
  test.each(runsOf('browser-redirect'))('%s', (_, each, engine) => {
    expect(runCase(each, engine).filter(({ agrees }) => !agrees)).toEqual([]);
  });
});
