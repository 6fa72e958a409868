import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import {
  callResult,
  redirectedRun,
  refusedRun,
  request,
  runResult,
} from '../../../../test-support/run-samples';
import type { RunResult } from '../runs/run-result';
import { asCurl } from './as-curl';
import { asPlaywrightTest } from './as-playwright';

function complaintsOf(code: string): readonly string[] {
  const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });
  return (diagnostics ?? []).map(({ messageText }) => JSON.stringify(messageText));
}

const bodies = ['none', 'string', 'urlsearchparams', 'formdata', 'arraybuffer', 'stream'] as const;
const runs: [string, RunResult][] = [
  ['a redirected run', redirectedRun],
  ['a refused run', refusedRun],
  ['a run that sent nothing', runResult(callResult({ method: 'TRACE' }, []))],
  [
    'forms, one after the other',
    runResult(
      ...bodies.map((kind) =>
        callResult({ via: 'form', method: 'POST', body: { kind } }, [request({ method: 'POST' })]),
      ),
    ),
  ],
  ...bodies.map((kind): [string, RunResult] => [
    `a body of ${kind}`,
    runResult(callResult({ method: 'POST', body: { kind } }, [request({ method: 'POST' })])),
  ]),
  [
    'a blob of a hostile type',
    runResult(callResult({ method: 'POST', body: { kind: 'blob', type: "a'\\`${1}" } }, [])),
  ],
  [
    'hostile names',
    runResult(callResult({ method: "P'`${A}", headers: [{ name: "'+x", value: "\\'`${1}\n" }] }, [])),
  ],
];

describe.each(runs)('of %s', (_, run) => {
  test('a Playwright test can be read by TypeScript, and holds no secret', () => {
    expect(complaintsOf(asPlaywrightTest(run))).toEqual([]);
    expect(asPlaywrightTest(run)).not.toContain('hunter2');
  });
});

test('a Playwright test expects what the page saw and what the servers received', () => {
  const code = asPlaywrightTest(redirectedRun);
  expect(code).toContain(').toBe(200);');
  expect(code).toContain("'OPTIONS from http://localhost:5173',");
  expect(code).toContain("'POST from http://localhost:5173',");
  expect(code).toContain(
    "    status: 303,\n    headers: [\n      ['Access-Control-Allow-Origin', 'http://localhost:5173'],\n",
  );
  expect(asPlaywrightTest(refusedRun)).toContain(").toBe('TypeError');");
});

test.each([
  ['P T', 'fetch refuses "P T" as a method, and nothing is sent.'],
  ['TRACE', 'fetch refuses TRACE, and nothing is sent.'],
  ['connect', 'fetch refuses connect, and nothing is sent.'],
  ['TRACK', 'fetch refuses TRACK, and nothing is sent.'],
])('of a call that no browser sends they say why, and point at no server: %s', (method, reason) => {
  const run = runResult(callResult({ method }, []));
  for (const code of [asCurl(run), asPlaywrightTest(run)]) {
    expect(code).toContain(reason);
    expect(code).toContain('No server can change that: it never learns of the call.');
    expect(code).not.toContain('your own server');
  }
});

test('of several calls they say which was not sent', () => {
  const run = runResult(
    callResult({ method: 'TRACE' }, []),
    callResult({ method: 'POST' }, [request({ method: 'POST' })]),
  );
  expect(asCurl(run)).toContain('# Call 1 of 2: fetch refuses TRACE, and nothing is sent.');
  expect(asCurl(run)).toContain('--request POST');
  expect(asPlaywrightTest(run)).toContain('your own server');
});

test('what a hostile link names ends no comment', () => {
  const method = 'P\nrm -rf /\u2028\u2029\\u000a';
  const run = runResult(callResult({ method }, []));
  for (const line of asCurl(run).split(/[\n\u2028\u2029]/)) expect(line).toMatch(/^(?:#|$)/);
  expect(complaintsOf(asPlaywrightTest(run))).toEqual([]);
  expect(asPlaywrightTest(run)).not.toMatch(/^ *rm/m);
});
