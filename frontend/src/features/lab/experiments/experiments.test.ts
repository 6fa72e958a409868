import { describe, expect, test } from 'vitest';
import { sceneOf } from '../../../../test-support/lab-runs';
import { predictRun } from '../runs/predict-run';
import type { InitiatorName } from '../runs/setup';
import { chromiumEngine, firefoxEngine, standardEngine, webkitEngine } from '../standard/engine';
import { reasonOf } from '../standard/trace';
import type { Lab } from '../../../api/generated/types.gen';
import { foreignInitiator, missingInitiators, opensWindow } from './availability';
import { experiments } from './chapters';

/** What each experiment is to show: for each call what is sent, how it ends, and the rule that decided. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'no-cors-header': ['GET: blocked by allow-origin-present'],
  'right-origin': ['GET: readable'],
  'wrong-origin': ['GET: blocked by allow-origin-matches'],
  'log-in-without-credentials': ['POST: readable, cookie dropped by credentials-included', 'GET: readable'],
  'credentials-not-permitted': ['POST: blocked by allow-credentials-true, cookie kept'],
  'wildcard-with-credentials': ['GET: blocked by allow-origin-not-wildcard'],
  'simple-and-preflighted': ['POST: readable', 'OPTIONS POST: readable'],
  'method-not-allowed': ['OPTIONS: blocked by method-allowed'],
  'header-not-allowed': ['OPTIONS: blocked by header-allowed'],
  'lower-case-patch': ['OPTIONS: blocked by method-allowed'],
  'preflight-refused': ['OPTIONS: blocked by preflight-ok-status'],
  'remembered-preflight': ['OPTIONS PUT: readable', 'PUT: readable'],
  'error-without-headers': ['GET: blocked by allow-origin-present'],
  'redirect-without-headers': ['GET GET: blocked by allow-origin-present'],
  'same-site-cookie': ['GET: readable, cookie kept', 'GET: readable, cookie carried, cookie kept'],
  'cross-site-cookie': [
    'GET: readable, cookie dropped by cookie-same-site',
    'GET: readable, cookie dropped by cookie-same-site',
  ],
  'forged-form': ['POST: opaque by response-not-opaque'],
  'guarded-form': ['POST: opaque by response-not-opaque'],
};

describe.each([standardEngine, chromiumEngine, firefoxEngine, webkitEngine])('by $name', (engine) => {
  test.each(experiments.map((each) => [each.id, each] as const))('%s shows its point', (id, { setup }) => {
    const foreign: InitiatorName[] = ['client', 'another-port'];
    for (const initiator of foreign) {
      const calls = predictRun(setup(initiator), sceneOf(engine));
      const told = calls.map(({ prediction, cookie }) => {
        const reason = reasonOf(prediction.trace);
        const dropped = reasonOf(cookie?.storing?.trace ?? []);
        return [
          `${prediction.sent.map(({ method }) => method).join(' ')}: ${prediction.outcome}`,
          reason === undefined ? '' : ` by ${reason.rule}`,
          cookie?.sending.some((verdict) => verdict?.holds === true) ? ', cookie carried' : '',
          cookie?.storing?.holds === true ? ', cookie kept' : '',
          dropped === undefined ? '' : `, cookie dropped by ${dropped.rule}`,
        ].join('');
      });
      expect(told).toEqual(shown[id]);
    }
  });
});

test('each experiment has an address of its own, and one right answer to its question', () => {
  expect(new Set(experiments.map(({ id }) => id)).size).toBe(experiments.length);
  for (const { answers } of experiments) expect(answers.filter(({ isRight }) => isRight)).toHaveLength(1);
});

test('says each lesson in two to four sentences', () => {
  for (const { id, lesson } of experiments) {
    const sentences = lesson.split(/(?<=[.?])\s+(?=[“A-Z])/);
    expect(sentences.length, id).toBeGreaterThanOrEqual(2);
    expect(sentences.length, id).toBeLessThanOrEqual(5);
  }
});

test('calls from this page, unless the API serves it itself', () => {
  expect(foreignInitiator('http://localhost:8080', 'http://localhost:5173')).toBe('client');
  expect(foreignInitiator('http://localhost:8080', 'http://localhost:8080')).toBe('another-port');
});

test('knows which pages a server would have to offer, and which setups open a window', () => {
  const byId = (id: string) =>
    experiments.find((each) => each.id === id)?.setup('client') ?? expect.unreachable();
  const offer: Lab = {
    initiators: [{ name: 'another-port', url: 'http://localhost:8081/' }],
    doctor: false,
  };
  expect(missingInitiators(byId('no-cors-header'), offer)).toEqual([]);
  expect(missingInitiators(byId('same-site-cookie'), offer)).toEqual([]);
  expect(missingInitiators(byId('forged-form'), offer)).toEqual(['another-site']);
  expect([opensWindow(byId('no-cors-header')), opensWindow(byId('forged-form'))]).toEqual([false, true]);
});
