import type { Engine } from './engine';
import type { LabRequest, LabResponse } from './lab-request';
import { headerValue } from './header-list';
import { isSameOrigin, serializedOriginOf } from './origin';
import { isRedirectStatus } from './preflight-answer';
import type { Tainting } from './readable-response';
import { check, departs, note, type Step, type Trace } from './trace';

/** A request on its way: `request.url` is where it is now, `urls` where it has been, that included. */
export interface Journey {
  readonly request: LabRequest;
  readonly urls: readonly string[];
  readonly tainting: Tainting;
}

const most = 20;
const bodyHeaders = new Set(['content-encoding', 'content-language', 'content-location', 'content-type']);

/**
 * Where a redirect leads: null if the response is none, the journey's next leg, or null again after a step that failed.
 */
export interface Redirection {
  readonly next: Journey | null;
  readonly trace: Trace;
}

/** Whether there is a redirect to follow: a response whose status is one, and which says where to. */
export function leadsOn(response: LabResponse): boolean {
  return isRedirectStatus(response.status) && headerValue(response.headers, 'location') !== null;
}

/** {@link https://fetch.spec.whatwg.org/#http-redirect-fetch | Fetch, HTTP-redirect fetch} */
export function followRedirect(journey: Journey, response: LabResponse, engine: Engine): Redirection {
  const { request } = journey;
  const location = headerValue(response.headers, 'location') ?? '';
  if (!URL.canParse(location, request.url)) {
    return { next: null, trace: [check('redirect-location', false, { location })] };
  }
  const to = new URL(location, request.url);
  if (to.hash === '') to.hash = new URL(request.url).hash;
  const checks = [...redirectChecks(journey, response.status, to, engine)];
  const failed = checks.findIndex(({ outcome }) => outcome === 'fail');
  if (failed >= 0) return { next: null, trace: checks.slice(0, failed + 1) };
  return leave(journey, response.status, to.href, checks);
}

function* redirectChecks(journey: Journey, status: number, to: URL, engine: Engine): Iterable<Step> {
  const { request, tainting } = journey;
  yield check('redirect-location', true, { location: to.href });
  yield check('redirect-http', /^https?:$/.test(to.protocol), { url: to.href });
  yield check('redirect-count', journey.urls.length <= most, { count: journey.urls.length });
  const crosses = request.mode === 'cors' && !isSameOrigin(request.origin, to.href);
  const hasUserinfo = to.username !== '' || to.password !== '';
  const isForbidden = crosses || tainting === 'cors';
  const isRefused = hasUserinfo && engine.departures.has('refuses-userinfo');
  if (isRefused && !isForbidden) yield departs(engine, 'refuses-userinfo', 'location');
  if (isForbidden || isRefused) {
    yield check('redirect-no-userinfo', !hasUserinfo, { url: to.href });
  }
  if (request.body.kind === 'stream') yield check('redirect-repeatable-body', status === 303, { status });
}

function leave(journey: Journey, status: number, to: string, checks: Trace): Redirection {
  const { request, urls } = journey;
  const trace = [...checks, note('redirect-followed', { status, to })];
  const method = methodAfter(status, request.method);
  const dropped = new Set<string>();
  if (method !== request.method) {
    trace.push(note('redirect-method-changed', { status, from: request.method, to: method }));
    bodyHeaders.forEach((name) => dropped.add(name));
  }
  const hasAuthorization = headerValue(request.headers, 'authorization') !== null;
  if (hasAuthorization && !isSameOrigin(request.url, to)) {
    trace.push(note('redirect-authorization-dropped', { to: serializedOriginOf(to) }));
    dropped.add('authorization');
  }
  const next = {
    ...request,
    url: to,
    method,
    headers: request.headers.filter(({ name }) => !dropped.has(name.toLowerCase())),
    body: method === request.method ? request.body : ({ kind: 'none' } as const),
  };
  const leg = { request: next, urls: [...urls, to], tainting: journey.tainting };
  if (request.origin !== 'null' && sentOrigin(journey) !== 'null' && sentOrigin(leg) === 'null') {
    const [via, last] = [serializedOriginOf(request.url), serializedOriginOf(to)];
    trace.push(note('redirect-origin-null', { origin: request.origin, via, to: last }));
  }
  return { next: leg, trace };
}

function methodAfter(status: number, method: string): string {
  const becomesGet =
    (method === 'POST' && (status === 301 || status === 302)) ||
    (status === 303 && method !== 'GET' && method !== 'HEAD');
  return becomesGet ? 'GET' : method;
}

/**
 * {@link https://fetch.spec.whatwg.org/#serializing-a-request-origin | Fetch, serializing a request origin}: `null` once
 * a redirect led from an origin that is not the page's to yet another, because then nobody knows who asks.
 */
export function sentOrigin({ request, urls }: Journey): string {
  const isTainted = urls.some((url, index) => {
    const last = urls[index - 1];
    return last !== undefined && !isSameOrigin(url, last) && !isSameOrigin(request.origin, last);
  });
  return isTainted ? 'null' : request.origin;
}

/** {@link https://fetch.spec.whatwg.org/#main-fetch | Fetch, main fetch}: once tainted, a request stays so. */
export function taintingOf({ request, tainting }: Journey): Tainting {
  if (tainting === 'basic' && isSameOrigin(request.origin, request.url)) return 'basic';
  return request.mode === 'no-cors' ? 'opaque' : 'cors';
}
