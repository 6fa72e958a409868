import { expect, test } from 'vitest';
import { callResult, redirectedRun, request, runResult } from '../../../../test-support/run-samples';
import { asHar } from './as-har';

const text = expect.any(String) as string;
const number = expect.any(Number) as number;
const list = expect.any(Array) as unknown[];

// Every field that HAR 1.2 does not call optional.
test('has each field that the format demands', () => {
  const { log } = asHar(redirectedRun);
  expect(log).toMatchObject({ version: '1.2', creator: { name: 'Preflight', version: text } });
  expect(log.entries).toHaveLength(4);
  for (const entry of log.entries) {
    expect(entry).toMatchObject({
      startedDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/) as string,
      time: number,
      request: {
        method: text,
        url: expect.stringMatching(/^http:/) as string,
        httpVersion: text,
        cookies: list,
        headers: list,
        queryString: list,
        headersSize: number,
        bodySize: number,
      },
      response: {
        status: number,
        statusText: text,
        httpVersion: text,
        cookies: list,
        headers: list,
        content: { size: number, mimeType: text },
        redirectURL: text,
        headersSize: number,
        bodySize: number,
      },
      cache: {},
      timings: { send: number, wait: number, receive: number },
    });
    const { send, wait, receive } = entry.timings;
    expect(entry.time).toBe(send + wait + receive);
  }
});

test('holds what the server recorded, preflight and redirect included', () => {
  const [first, second, , fourth] = asHar(redirectedRun).log.entries;
  expect(first?.request.method).toBe('OPTIONS');
  expect(first?.request.headers).toContainEqual({
    name: 'access-control-request-headers',
    value: 'authorization,content-type,x-lab',
  });
  expect(second?.response.redirectURL).toBe('http://localhost:8080/runs/def');
  expect(second?.response.headers).toContainEqual({
    name: 'Access-Control-Allow-Headers',
    value: 'content-type, x-lab',
  });
  expect(fourth?.request.url).toBe('http://localhost:8080/runs/def');
  expect(fourth?.response.cookies).toEqual([{ name: 'lab-a', value: '1' }]);
});

test('names alone where the server recorded the names alone', () => {
  const [, second, , fourth] = asHar(redirectedRun).log.entries;
  const comment = 'The server recorded the name alone.';
  expect(second?.request.headers).toContainEqual({ name: 'authorization', value: '', comment });
  expect(second?.request.headers).toContainEqual({ name: 'content-type', value: 'application/json' });
  expect(fourth?.request.cookies).toEqual([{ name: 'lab-a', value: '', comment }]);
  expect(JSON.stringify(asHar(redirectedRun))).not.toContain('hunter2');
});

test('not even the name of a header that held the app’s cookies alone', () => {
  const run = runResult(callResult({}, [request({ headerNames: ['cookie', 'host'] })]));
  expect(asHar(run).log.entries[0]?.request.headers.map(({ name }) => name)).toEqual(['host']);
});
