import type { Exchange } from '../src/api/generated/types.gen';
import type { CallResult, Observation, RunResult } from '../src/features/lab/runs/run-result';
import type { LabCall } from '../src/features/lab/runs/setup';
import { standardEngine } from '../src/features/lab/standard/engine';
import { predict } from '../src/features/lab/standard/prediction';
import { labCall, labSetup } from './export-samples';
import { page } from './lab-samples';

export const runUrl = 'http://localhost:8080/runs/abc';

const blocked: Observation = {
  outcome: 'error',
  status: 0,
  headers: [],
  body: null,
  error: { name: 'TypeError', message: 'Failed to fetch' },
  millis: 12,
};

export function readable(status: number): Observation {
  return { ...blocked, outcome: 'readable', status, body: '{}', error: null };
}

const exchange: Exchange = {
  number: 1,
  at: '2026-11-24T08:00:00.123456Z',
  kind: 'request',
  method: 'GET',
  origin: page,
  requestedMethod: null,
  requestedHeaders: [],
  secFetch: { site: 'same-site', mode: 'cors', dest: 'empty' },
  contentType: null,
  headerNames: ['accept', 'host', 'origin', 'sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site'],
  cookieNames: [],
  status: 200,
  headers: [{ name: 'Content-Type', value: 'application/json' }],
};

export function request(changes: Partial<Exchange> = {}): Exchange {
  return { ...exchange, ...changes };
}

export function preflight(
  method: string,
  headers: readonly string[],
  changes: Partial<Exchange> = {},
): Exchange {
  return {
    ...exchange,
    kind: 'preflight',
    method: 'OPTIONS',
    requestedMethod: method,
    requestedHeaders: [...headers],
    headerNames: ['access-control-request-method', 'access-control-request-headers', ...exchange.headerNames],
    status: 404,
    headers: [],
    ...changes,
  };
}

/** One call and what became of it; blocked unless told otherwise. */
export function callResult(
  call: Partial<LabCall>,
  recorded: readonly Exchange[],
  changes: Partial<CallResult> = {},
): CallResult {
  const made = { ...labCall, ...call };
  const asked = { ...made, origin: page, url: runUrl };
  const browser = { cache: [], now: 0, engine: standardEngine };
  const prediction = predict(asked, () => ({ status: 200, headers: [] }), browser);
  return {
    call: made,
    origin: page,
    url: runUrl,
    predicted: { prediction, cookie: null },
    observed: blocked,
    recorded,
    disagreements: [],
    ...changes,
  };
}

export function runResult(...calls: readonly CallResult[]): RunResult {
  const made = calls.map(({ call }) => call);
  const scene = {
    place: { url: runUrl, redirectPath: null, cookieName: 'lab-sample' },
    redirectPlace: null,
    pageOrigin: page,
    thirdPartyCookies: false,
  };
  return { setup: { ...labSetup, calls: made }, calls, engine: 'Chromium', scene };
}

const allowed = [
  { name: 'Access-Control-Allow-Origin', value: page },
  { name: 'Access-Control-Allow-Headers', value: 'authorization' },
  { name: 'Access-Control-Allow-Headers', value: 'content-type, x-lab' },
  { name: 'Vary', value: 'Origin' },
];

/** A POST of JSON with an Authorization, which is redirected, and whose answer the page reads. */
export const redirectedRun: RunResult = runResult(
  callResult(
    {
      method: 'POST',
      headers: [
        { name: 'Authorization', value: 'Bearer hunter2' },
        { name: 'Content-Type', value: 'application/json' },
        { name: 'X-Lab', value: "it's $HOME" },
      ],
      body: { kind: 'string' },
    },
    [
      preflight('POST', ['authorization', 'content-type', 'x-lab'], { status: 204, headers: allowed }),
      request({
        number: 2,
        method: 'POST',
        contentType: 'application/json',
        headerNames: [...exchange.headerNames, 'authorization', 'content-length', 'content-type', 'x-lab'],
        status: 303,
        headers: [...allowed, { name: 'Location', value: '/runs/def' }],
      }),
      preflight('GET', ['authorization', 'x-lab'], { number: 3, status: 204, headers: allowed }),
      request({
        number: 4,
        headerNames: [...exchange.headerNames, 'authorization', 'x-lab', 'cookie'],
        cookieNames: ['lab-a'],
        headers: [...allowed, { name: 'Set-Cookie', value: 'lab-a=1; Path=/runs; SameSite=Lax' }],
      }),
    ],
    { observed: readable(200) },
  ),
);

/** What the preflight of a PUT meets at a server that does not know CORS. */
export const refusedRun: RunResult = runResult(callResult({ method: 'PUT' }, [preflight('PUT', [])]));
