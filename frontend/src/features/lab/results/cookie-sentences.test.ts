import { expect, test } from 'vitest';
import { runAsPredicted } from '../../../../test-support/lab-runs';
import { redirectedForm } from '../../../../test-support/lab-forms';
import { experiments } from '../experiments/chapters';
import { cookieSentences } from './cookie-sentences';

const carriesNone = 'The request carries no cookie.';
const keeps = 'The browser keeps the cookie that the answer sets.';

test.each<[string, readonly (readonly string[])[]]>([
  [
    'log-in-without-credentials',
    [['The request carries no cookie, and those of its answer are dropped.'], [carriesNone]],
  ],
  [
    'same-site-cookie',
    [
      [carriesNone, keeps],
      ['The request carries the cookie.', keeps],
    ],
  ],
  ['cross-site-cookie', Array(2).fill([carriesNone, expect.stringContaining('is not used, because')])],
  ['no-cors-header', [[]]],
])('says of each call of %s whether it carries the cookie', (id, told) => {
  const experiment = experiments.find((each) => each.id === id) ?? expect.unreachable();
  const { calls } = runAsPredicted(experiment.setup('client'));
  expect(calls.map(({ predicted }) => cookieSentences(predicted))).toEqual(told);
});

test('says of a redirect what it changes', () => {
  const { calls } = runAsPredicted(redirectedForm);
  const afterwards = 'After the redirect the request carries the cookie.';
  expect(calls.map(({ predicted }) => cookieSentences(predicted))).toEqual([
    [carriesNone, afterwards, keeps],
    [expect.stringContaining('is not used, because'), afterwards, keeps],
  ]);
});
