import type { RunResult } from '../runs/run-result';
import { recordedRequests, type RecordedRequest } from './recorded-requests';
import { whyUnsent } from './unsent';

/** {@link http://www.softwareishard.com/blog/har-12-spec/ | HTTP Archive 1.2}, as far as it is used here. */
export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
    readonly comment: string;
  };
}

interface HarPair {
  readonly name: string;
  readonly value: string;
  readonly comment?: string;
}

export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly HarPair[];
    readonly headers: readonly HarPair[];
    readonly queryString: readonly HarPair[];
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly HarPair[];
    readonly headers: readonly HarPair[];
    readonly content: { readonly size: number; readonly mimeType: string };
    readonly redirectURL: string;
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly comment: string;
}

const nameAlone = 'The server recorded the name alone.';
/** By HAR what is not known is -1. */
const unknown = -1;

/** What the servers of a run recorded, preflights included. A browser's own archive often has none of them. */
export function asHar(run: RunResult): Har {
  const { calls, engine } = run;
  const unsent = calls.flatMap((call) => whyUnsent(call, run) ?? []);
  return {
    log: {
      version: '1.2',
      creator: { name: 'Preflight', version: '1' },
      entries: calls.flatMap(recordedRequests).map(entryOf),
      comment:
        `Recorded by the server, which is called by a browser of the kind ${engine}. It notes when a request arrives and not how long it takes; of the app’s own cookies it notes nothing. ${unsent.join(' ')}`.trim(),
    },
  };
}

function entryOf(recorded: RecordedRequest): HarEntry {
  const { exchange, url } = recorded;
  return {
    startedDateTime: exchange.at,
    time: 0,
    request: {
      method: exchange.method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: exchange.cookieNames.map(named),
      headers: requestHeaders(recorded),
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      headersSize: unknown,
      bodySize: recorded.body === null ? 0 : unknown,
    },
    response: responseOf(recorded),
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    comment: exchange.kind === 'preflight' ? 'A preflight' : 'The request itself',
  };
}

function responseOf({ exchange, url }: RecordedRequest): HarEntry['response'] {
  const valueOf = (name: string) => exchange.headers.find((each) => each.name.toLowerCase() === name)?.value;
  const location = valueOf('location');
  return {
    status: exchange.status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: exchange.headers
      .filter(({ name }) => name.toLowerCase() === 'set-cookie')
      .map(({ value }) => cookieOf(value)),
    headers: exchange.headers.map(({ name, value }) => ({ name, value })),
    content: { size: unknown, mimeType: valueOf('content-type') ?? '' },
    redirectURL: location !== undefined && URL.canParse(location, url) ? new URL(location, url).href : '',
    headersSize: unknown,
    bodySize: unknown,
  };
}

function cookieOf(line: string): HarPair {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1) };
}

/** Those whose values the server noted, and the names of the others. */
function requestHeaders({ exchange }: RecordedRequest): readonly HarPair[] {
  const { origin, requestedMethod, requestedHeaders, contentType, secFetch } = exchange;
  const values = new Map<string, string | null>([
    ['origin', origin],
    ['access-control-request-method', requestedMethod],
    ['access-control-request-headers', requestedHeaders.length === 0 ? null : requestedHeaders.join(',')],
    ['content-type', contentType],
    ['sec-fetch-site', secFetch.site],
    ['sec-fetch-mode', secFetch.mode],
    ['sec-fetch-dest', secFetch.dest],
  ]);
  return exchange.headerNames
    .filter((name) => name !== 'cookie' || exchange.cookieNames.length > 0)
    .map((name) => {
      const value = values.get(name) ?? null;
      return value === null ? named(name) : { name, value };
    });
}

function named(name: string): HarPair {
  return { name, value: '', comment: nameAlone };
}
