import { describe, expect, test } from 'vitest';
import { runAsPredicted } from '../../../../test-support/lab-runs';
import { redirectedForm } from '../../../../test-support/lab-forms';
import { experiments } from '../experiments/chapters';
import type { CallResult } from '../runs/run-result';
import { sequenceOf } from './sequence';

function callOf(id: string, index = 0): CallResult {
  const experiment = experiments.find((each) => each.id === id);
  const result = experiment && runAsPredicted(experiment.setup('client')).calls[index];
  return result ?? expect.unreachable(id);
}

/** Each step in short: who to whom, what, and its meaning. */
function drawn(id: string, index?: number): readonly string[] {
  return sequenceOf(callOf(id, index)).map(
    ({ from, to, title, meaning }) =>
      `${from === to ? from : `${from} > ${to}`}: ${title}${meaning === null ? '' : ` (${meaning})`}`,
  );
}

describe('draws', () => {
  test('an answer that is read, and what of it is kept from the page', () => {
    expect(drawn('right-origin')).toEqual([
      'page > browser: fetch',
      'browser > server: GET',
      'server > browser: 200',
      'browser: Not shown (kept)',
      'browser > page: 200 (allowed)',
    ]);
  });

  test('an answer that reached the browser and not the page', () => {
    expect(drawn('no-cors-header')).toEqual([
      'page > browser: fetch',
      'browser > server: GET',
      'server > browser: 200',
      'browser: Stopped (blocked)',
      'browser > page: TypeError (blocked)',
    ]);
  });

  test('a preflight that stops the request', () => {
    expect(drawn('method-not-allowed')).toEqual([
      'page > browser: fetch',
      'browser > server: OPTIONS (preflight)',
      'server > browser: 204 (preflight)',
      'browser: Stopped (blocked)',
      'browser > page: TypeError (blocked)',
    ]);
  });

  test('a preflight, and then the request', () => {
    expect(drawn('simple-and-preflighted', 1).slice(1, 6)).toEqual([
      'browser > server: OPTIONS (preflight)',
      'server > browser: 204 (preflight)',
      'browser: May be sent (allowed)',
      'browser > server: POST',
      'server > browser: 200',
    ]);
  });

  test('a preflight that is remembered', () => {
    expect(drawn('remembered-preflight', 1).slice(0, 3)).toEqual([
      'page > browser: fetch',
      'browser: Remembered (preflight)',
      'browser > server: PUT',
    ]);
  });

  test('a redirect, and where it leads', () => {
    const steps = sequenceOf(callOf('redirect-without-headers'));
    expect(steps.filter(({ from }) => from === 'browser').map(({ sentence }) => sentence)).toEqual([
      'The browser sends GET /runs/firstf…, “Origin: http://localhost:5173”.',
      'The browser sends GET /runs/second…, “Origin: http://localhost:5173”.',
      expect.stringContaining('no Access-Control-Allow-Origin'),
      expect.stringContaining('“Failed to fetch”'),
    ]);
  });

  test('a form, whose answer no page sees', () => {
    expect(drawn('forged-form')).toEqual([
      'page > browser: form',
      'browser > server: POST',
      'server > browser: 200',
      'browser > page: nothing (kept)',
    ]);
  });

  test('what becomes of a cookie', () => {
    expect(drawn('log-in-without-credentials')).toContain('browser: Cookie');
    expect(drawn('same-site-cookie')).toContain('browser: Cookie');
    const [, , sent] = sequenceOf(callOf('same-site-cookie', 1)).map(({ sentence }) => sentence);
    expect(sequenceOf(callOf('same-site-cookie', 1))[1]?.sentence).toContain('with the cookie lab-example');
    expect(sent).toContain('200');
  });

  test('a cookie that only the redirect lets the browser send', () => {
    const [, second] = runAsPredicted(redirectedForm).calls;
    const told = sequenceOf(second ?? expect.unreachable()).map(
      ({ title, sentence }) => `${title}: ${sentence}`,
    );
    expect(told.slice(1, 5)).toEqual([
      expect.stringMatching(/^Cookie: .*is not used, because/),
      expect.stringMatching(/^POST: (?!.*with the cookie)/),
      expect.stringMatching(/^303: /),
      expect.stringMatching(/^GET: .*with the cookie/),
    ]);
  });

  test('a call that never left the page', () => {
    const [setup] = experiments.map((each) => each.setup('client'));
    const [call] = setup?.calls ?? [];
    if (setup === undefined || call === undefined) expect.unreachable();
    const [result] = runAsPredicted({ ...setup, calls: [{ ...call, method: 'TRACE' }] }).calls;
    if (result === undefined) expect.unreachable();
    const error = { name: 'TypeError', message: 'TRACE is unsupported.' };
    const steps = sequenceOf({ ...result, observed: { ...result.observed, error } });
    expect(steps.map(({ title }) => title)).toEqual(['fetch', 'Stopped', 'TypeError']);
    expect(steps.at(-1)?.sentence).toBe('fetch fails: “TRACE is unsupported”.');
  });
});

test.each([
  ['GET', 200, 'The page reads the answer: status 200, its body and these headers.'],
  ['GET', 204, 'The page reads the answer: status 204 and these headers. It has no body.'],
  ['GET', 304, 'The page reads the answer: status 304 and these headers. It has no body.'],
  ['HEAD', 200, 'The page reads the answer: status 200 and these headers. It has no body.'],
])('tells of a body only where there is one: %s, %i', (method, status, sentence) => {
  const { setup } = experiments.find(({ id }) => id === 'right-origin') ?? expect.unreachable();
  const { calls, server, ...rest } = setup('client');
  const answered = {
    ...rest,
    calls: calls.map((each) => ({ ...each, method })),
    server: { ...server, response: { ...server.response, status } },
  };
  const [result] = runAsPredicted(answered).calls;
  expect(sequenceOf(result ?? expect.unreachable()).at(-1)?.sentence).toBe(sentence);
});

test('draws what was recorded, also where the prediction says otherwise', () => {
  const result = callOf('right-origin');
  const error = { name: 'TypeError', message: 'Failed to fetch' };
  const steps = sequenceOf({ ...result, observed: { ...result.observed, outcome: 'error', error } });
  expect(steps.at(-2)?.sentence).toBe('The browser stops here, and the prediction knows no reason.');
});

test('tells every step in whole sentences', () => {
  const results = experiments.flatMap(({ setup }) => runAsPredicted(setup('client')).calls);
  for (const { sentence } of results.flatMap(sequenceOf)) {
    expect(sentence).toMatch(/^[A-Za-z].+[.?]$/);
  }
});
