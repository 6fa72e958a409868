import { expect, test } from 'vitest';
import { allCases } from '../../../../test-support/browser-cases';
import { knownDepartures } from '../../../../test-support/known-departures';
import { chromiumEngine, standardEngine, type Engine } from '../standard/engine';
import type { BrowserCase } from './browser-case';
import { passes } from './case-result';
import { labModel, type Model } from './model';
import { runCase } from './run-case';

/** The ids of the cases that a model does not pass. */
function failures(model: Model, engine: Engine = standardEngine): string[] {
  return allCases.filter((each) => !passes(runCase(each, engine, model))).map(({ id }) => id);
}

test('all cases pass by the standard', () => {
  expect(failures(labModel)).toEqual([]);
});

test('by Chromium all pass but the known departures', () => {
  expect(failures(labModel, chromiumEngine).sort()).toEqual(Object.keys(knownDepartures).sort());
});

// Negative controls: whoever breaks the model has to see it.
const planted: Readonly<Record<string, [Model, BrowserCase['kind']]>> = {
  'a model that never sends a preflight': [
    { ...labModel, classify: (...args) => ({ ...labModel.classify(...args), preflight: null }) },
    'browser-classify',
  ],
  'a model that lets every preflight pass': [
    { ...labModel, judgePreflight: (...args) => ({ ...labModel.judgePreflight(...args), holds: true }) },
    'browser-preflight',
  ],
  'a model that forgets how long a preflight is remembered': [
    { ...labModel, judgePreflight: (...args) => ({ ...labModel.judgePreflight(...args), maxAge: 5 }) },
    'browser-preflight',
  ],
  'a model that fails at another step': [
    {
      ...labModel,
      readResponse: (asker, response) => labModel.readResponse(asker, { ...response, headers: [] }),
    },
    'browser-response',
  ],
  'a model that shows every header': [
    {
      ...labModel,
      readResponse: (asker, response) => ({
        ...labModel.readResponse(asker, response),
        headers: response.headers.map(({ name }) => name.toLowerCase()),
      }),
    },
    'browser-response',
  ],
  'a model that remembers no preflight': [
    { ...labModel, predict: (...args) => ({ ...labModel.predict(...args), cache: [] }) },
    'browser-preflight-cache',
  ],
  'a model that keeps the Origin on a redirect': [
    {
      ...labModel,
      predict: (request, ...rest) => {
        const prediction = labModel.predict(request, ...rest);
        return { ...prediction, sent: prediction.sent.map((sent) => ({ ...sent, origin: request.origin })) };
      },
    },
    'browser-redirect',
  ],
};

test.each(Object.entries(planted))('catches %s', (_, [model, kind]) => {
  const found = failures(model);
  expect(found).not.toEqual([]);
  const kinds = new Set(allCases.filter(({ id }) => found.includes(id)).map((each) => each.kind));
  expect([...kinds]).toEqual([kind]);
});

test('catches an engine that departs and is not known to', () => {
  const sloppy: Engine = { ...standardEngine, departures: new Set(['wildcard-covers-authorization']) };
  expect(failures(labModel, sloppy)).toEqual(['P050']);
});

test('each case has a sentence of its own for its title, without shorthand', () => {
  const titles = allCases.map(({ title }) => title);
  expect(titles.filter((title) => !/^[\S ]+ [\S ]+\.$/.test(title))).toEqual([]);
  expect(titles.filter((title) => /\bACA\w\b|->|\bUA\b|\bok\b|\bmax-age\b/.test(title))).toEqual([]);
});
