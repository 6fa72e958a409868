import type { Engine } from './engine';
import { isForbiddenHeader } from './forbidden-headers';
import { headerValue, isToken, normalizeValue } from './header-list';
import type { Header, LabRequest, PreflightQuestion } from './lab-request';
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from './methods';
import { isSameOrigin, serializedOriginOf } from './origin';
import { findUnsafeHeaders, keptWithoutCors } from './safelisted-headers';
import { check, note, reasonOf, type Step, type Trace } from './trace';

/**
 * How a browser treats a call of `fetch` before anything is sent.
 * - `type-error`: `fetch` refuses the call itself;
 * - `network-error`: a request that may not leave its origin would;
 * - `same-origin`: CORS has no say;
 * - `opaque`: `no-cors`, sent and never readable;
 * - `cors`: the server decides.
 */
export interface Classification {
  readonly outcome: 'type-error' | 'network-error' | 'same-origin' | 'opaque' | 'cors';
  readonly method: string;
  /** What is sent of the page's headers, with the Content-Type that the body brings. */
  readonly headers: readonly Header[];
  /** The first failing step is why `fetch` refuses, or else why there is a preflight. */
  readonly trace: Trace;
  readonly preflight: PreflightQuestion | null;
}

/**
 * {@link https://fetch.spec.whatwg.org/#dom-request | Fetch, the Request constructor} and the part of
 * {@link https://fetch.spec.whatwg.org/#main-fetch | main fetch} that chooses how to fetch.
 */
export function classify(request: LabRequest, engine: Engine): Classification {
  const method = normalizeMethod(request.method);
  const trace = [...constructionSteps(request, method)];
  const headers = settableHeaders(request);
  if (reasonOf(trace) !== undefined)
    return { outcome: 'type-error', method, headers, trace, preflight: null };
  return { ...fetchOf({ ...request, method, headers }, trace, engine), method, headers };
}

type Fetching = Pick<Classification, 'outcome' | 'trace' | 'preflight'>;

function fetchOf(request: LabRequest, constructed: Trace, engine: Engine): Fetching {
  const target = serializedOriginOf(request.url);
  const sameOrigin = isSameOrigin(request.origin, request.url);
  const trace = [...constructed, note('request-target', { origin: request.origin, target, sameOrigin })];
  if (sameOrigin) return { outcome: 'same-origin', trace, preflight: null };
  if (request.mode === 'same-origin') {
    trace.push(check('mode-reaches-target', false, { origin: request.origin, target }));
    return { outcome: 'network-error', trace, preflight: null };
  }
  if (request.mode === 'no-cors') {
    const follows = request.redirect === 'follow';
    trace.push(check('no-cors-redirect', follows, { redirect: request.redirect }));
    return { outcome: follows ? 'opaque' : 'network-error', trace, preflight: null };
  }
  const need = preflightNeed(request, engine);
  return { outcome: 'cors', trace: [...trace, ...need.trace], preflight: need.question };
}

/**
 * Whether a request to another origin needs a preflight, and what that asks
 * ({@link https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 | Fetch, CORS-preflight fetch}).
 *
 * @param request its method and headers as they are sent
 */
export function preflightNeed(
  request: Pick<LabRequest, 'method' | 'headers' | 'body'>,
  engine: Engine,
): {
  readonly question: PreflightQuestion | null;
  readonly unsafeHeaders: readonly string[];
  readonly trace: Trace;
} {
  const unsafe = findUnsafeHeaders(request.headers, engine);
  const stream = request.body.kind === 'stream';
  const trace = [
    check('safelisted-method', isSafelistedMethod(request.method), { method: request.method }),
    ...unsafe.trace,
    ...(request.body.kind === 'none' ? [] : [check('body-known-length', !stream, { stream })]),
  ];
  const headers = unsafe.asked.length === 0 ? null : unsafe.asked.join(',');
  const question = reasonOf(trace) === undefined ? null : { method: request.method, headers };
  return { question, unsafeHeaders: unsafe.names, trace };
}

function* constructionSteps(request: LabRequest, method: string): Iterable<Step> {
  const { mode, url } = request;
  yield check('url-usable', isUsable(url), { url });
  yield check('method-valid', isToken(request.method), { method });
  yield check('method-not-forbidden', !isForbiddenMethod(method), { method });
  if (method !== request.method) yield note('method-normalized', { from: request.method, to: method });
  if (mode === 'no-cors') yield check('no-cors-method', isSafelistedMethod(method), { method });
  const kept = pageHeaders(request);
  for (const header of request.headers) {
    const { name, value } = header;
    const isValid = isToken(name) && isHeaderValue(normalizeValue(value));
    yield check('header-valid', isValid, { name, value });
    if (!kept.includes(header)) yield note('header-dropped', { name, mode });
  }
  if (request.body.kind === 'none') return;
  yield check('body-allowed', method !== 'GET' && method !== 'HEAD', { method });
}

/** Fetch refuses an address that carries a name or password. */
function isUsable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password, protocol } = new URL(url);
  return username === '' && password === '' && /^https?:$/.test(protocol);
}

/** {@link https://fetch.spec.whatwg.org/#header-value | Fetch, header value}: bytes, none of them NUL, CR or LF. */
export function isHeaderValue(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  return !/[\u0000\n\r]|[^\u0000-\u00ff]/.test(value);
}

/** The headers that the page set and may set, by the guard of {@link https://fetch.spec.whatwg.org/#headers-class | Headers}. */
function pageHeaders(request: LabRequest): readonly Header[] {
  const allowed = request.headers.filter(({ name, value }) => !isForbiddenHeader(name, value));
  return request.mode === 'no-cors' ? keptWithoutCors(allowed) : allowed;
}

function settableHeaders(request: LabRequest): readonly Header[] {
  const headers = pageHeaders(request).map(({ name, value }) => ({ name, value: normalizeValue(value) }));
  const type = contentTypeOf(request);
  if (type === null || headerValue(headers, 'content-type') !== null) return headers;
  return [...headers, { name: 'Content-Type', value: type }];
}

/** {@link https://fetch.spec.whatwg.org/#concept-bodyinit-extract | Fetch, extract a body}: the type that it brings. */
function contentTypeOf({ body }: LabRequest): string | null {
  switch (body.kind) {
    case 'string':
      return 'text/plain;charset=UTF-8';
    case 'urlsearchparams':
      return 'application/x-www-form-urlencoded;charset=UTF-8';
    case 'formdata':
      return 'multipart/form-data; boundary=boundary';
    case 'blob':
      return body.type === '' ? null : body.type;
    case 'none':
    case 'arraybuffer':
    case 'stream':
      return null;
  }
}
