import { expect, test } from 'vitest';
import type { BrowserCase } from '../../../../test-support/browser-case';
import { allCases } from '../../../../test-support/browser-cases';
import { labModel, type Model } from '../../../../test-support/lab-model';
import { runCase } from '../../../../test-support/run-case';
import { standardEngine, type Engine } from './engine';

/** The cases that a model does not pass. */
function failures(model: Model, engine = standardEngine): readonly BrowserCase[] {
  return allCases.filter((each) => runCase(each, engine, model).some(({ agrees }) => !agrees));
}

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
  expect([...new Set(failures(model).map((each) => each.kind))]).toEqual([kind]);
});

test('catches an engine that departs and is not known to', () => {
  const sloppy: Engine = { ...standardEngine, departures: new Set(['wildcard-covers-authorization']) };
  expect(failures(labModel, sloppy).map(({ id }) => id)).toEqual(['P050']);
});
