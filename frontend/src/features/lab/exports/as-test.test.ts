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
import { asJUnitTest } from './as-junit';
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
    'hostile names',
    runResult(callResult({ method: "P'`${A}", headers: [{ name: "'+x", value: "\\'`${1}\n" }] }, [])),
  ],
];

describe.each(runs)('of %s', (_, run) => {
  test('a Playwright test can be read by TypeScript, and holds no secret', () => {
    expect(complaintsOf(asPlaywrightTest(run))).toEqual([]);
    expect(asPlaywrightTest(run)).not.toContain('hunter2');
  });

  test('a JUnit test holds its lines together, and no secret', () => {
    const code = asJUnitTest(run);
    for (const line of code.split('\n'))
      expect(line.replaceAll(/\\./g, '').split('"').length % 2, line).toBe(1);
    expect(code).not.toContain('hunter2');
  });
});

test('a Playwright test expects what the page saw and what the servers received', () => {
  const code = asPlaywrightTest(redirectedRun);
  expect(code).toContain(').toBe(200);');
  expect(code).toContain("'OPTIONS from http://localhost:5173',");
  expect(code).toContain("'POST from http://localhost:5173',");
  expect(code).toContain("{ status: 303, headers: [['Access-Control-Allow-Origin', 'http://localhost:5173']");
  expect(asPlaywrightTest(refusedRun)).toContain(").toBe('TypeError');");
});

test('a JUnit test expects each answer with every line of each header', () => {
  const code = asJUnitTest(redirectedRun);
  expect(code).toContain('void answersPreflight1() throws Exception {');
  expect(code).toContain('assertEquals(204, response.statusCode());');
  expect(code).toContain(
    'List.of("authorization", "content-type, x-lab"), response.headers().allValues("access-control-allow-headers"));',
  );
  expect(code).toContain('HttpRequest.newBuilder(ADDRESS.resolve("/runs/def"))');
  // No permission is an answer too.
  expect(asJUnitTest(refusedRun)).toContain(
    'List.of(), response.headers().allValues("access-control-allow-origin"));',
  );
});
