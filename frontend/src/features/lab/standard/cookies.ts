import type { Engine } from './engine';
import type { CredentialsMode } from './lab-request';
import { isSameOrigin } from './origin';
import { isSameSiteRequest, partitionOf, type Surroundings } from './surroundings';
import { siteOf } from './site';
import { check, departs, untilFailure, verdictOf, type Step, type Verdict } from './trace';
import { isTrustworthy } from './trustworthy';

export interface LabCookie {
  readonly name: string;
  readonly sameSite: 'Strict' | 'Lax' | 'None';
  readonly secure: boolean;
  readonly partitioned: boolean;
  readonly path: string;
}

/** A cookie that the browser keeps: who set it, and in which partition it lies. */
export interface StoredCookie extends LabCookie {
  readonly host: string;
  readonly partition: string;
}

/** A request as cookies see it. A navigation always carries credentials. */
export interface CookieRequest extends Surroundings {
  readonly url: string;
  readonly credentials: CredentialsMode;
  /** Whether the browser's settings let cookies of other sites than the tab's be used unpartitioned. */
  readonly thirdPartyCookies: boolean;
  readonly engine: Engine;
}

/**
 * Whether the browser keeps the cookie of a response
 * ({@link https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-storage-model | RFC 6265bis, Storage
 * Model}). It does so also where the page may not read the response.
 */
export function judgeStoring(cookie: LabCookie, request: CookieRequest): Verdict {
  return verdictOf(untilFailure(storingSteps(cookie, request)));
}

function* storingSteps(cookie: LabCookie, request: CookieRequest): Iterable<Step> {
  const { name, sameSite, secure } = cookie;
  const { engine } = request;
  const partitioned = isPartitioned(cookie, engine);
  yield credentialsStep(request);
  yield* secureSteps(cookie, request);
  // Whoever arrives by a link or form is at the site then, and may get a Strict cookie, too.
  yield* sameSiteSteps(cookie, request, request.navigation !== null);
  if (sameSite === 'None' && !secure && engine.departures.has('keeps-none-without-secure')) {
    yield departs(engine, 'keeps-none-without-secure', 'set-cookie');
  } else if (sameSite === 'None') {
    yield check('cookie-none-secure', secure, { name });
  }
  if (partitioned) yield check('cookie-partitioned-secure', secure, { name });
  else if (cookie.partitioned) yield departs(engine, 'ignores-partitioned', 'set-cookie');
  yield* thirdPartySteps({ name, partitioned }, request);
}

function isPartitioned({ partitioned }: LabCookie, engine: Engine): boolean {
  return partitioned && !engine.departures.has('ignores-partitioned');
}

/** The cookie as it lies in the browser after `request` brought it. */
export function stored(cookie: LabCookie, request: CookieRequest): StoredCookie {
  return {
    ...cookie,
    partitioned: isPartitioned(cookie, request.engine),
    host: new URL(request.url).hostname,
    partition: partitionOf(request, request.url),
  };
}

/**
 * Whether a kept cookie travels with a request
 * ({@link https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-retrieval-algorithm | RFC 6265bis,
 * Retrieval Algorithm}). Cookies know no ports: one of `localhost:5173` travels to `localhost:8080`.
 */
export function judgeSending(cookie: StoredCookie, request: CookieRequest): Verdict {
  return verdictOf(untilFailure(sendingSteps(cookie, request)));
}

function* sendingSteps(cookie: StoredCookie, request: CookieRequest): Iterable<Step> {
  const { name, host, path } = cookie;
  const target = new URL(request.url);
  yield credentialsStep(request);
  yield check('cookie-host', target.hostname === host, { name, host, target: target.hostname });
  yield check('cookie-path', pathMatches(target.pathname, path), { name, path, target: target.pathname });
  yield* secureSteps(cookie, request);
  const isSafe = /^(?:GET|HEAD|OPTIONS|TRACE)$/.test(request.navigation ?? '');
  yield* sameSiteSteps(cookie, request, cookie.sameSite === 'Lax' && isSafe);
  yield* thirdPartySteps(cookie, request);
  if (!cookie.partitioned) return;
  const now = partitionOf(request, request.url);
  yield check('cookie-partition', now === cookie.partition, { name, stored: cookie.partition, now });
}

/** {@link https://fetch.spec.whatwg.org/#http-network-or-cache-fetch | Fetch}: `includeCredentials` */
function credentialsStep({ credentials, navigation, origin, url }: CookieRequest): Step {
  const included =
    navigation !== null ||
    credentials === 'include' ||
    (credentials === 'same-origin' && isSameOrigin(origin, url));
  return check('credentials-included', included, { credentials, origin, target: new URL(url).origin });
}

function* secureSteps({ name, secure }: LabCookie, { url, engine }: CookieRequest): Iterable<Step> {
  const target = new URL(url).origin;
  const isRefused =
    secure && !url.startsWith('https:') && engine.departures.has('refuses-secure-on-plain-http');
  if (isRefused && isTrustworthy(url)) yield departs(engine, 'refuses-secure-on-plain-http', 'set-cookie');
  yield check('cookie-secure', !secure || (isTrustworthy(url) && !isRefused), { name, target });
}

/**
 * Many browsers keep the cookies of another site than the tab's out, unless they are partitioned: private windows, Safari,
 * Firefox, and whoever set it so. No standard says when.
 */
function* thirdPartySteps(
  { name, partitioned }: Pick<LabCookie, 'name' | 'partitioned'>,
  request: CookieRequest,
): Iterable<Step> {
  const { url, navigation } = request;
  if (navigation !== null || isFromSameSite(request)) return;
  const tab = siteOf(request.ancestors.at(-1) ?? request.origin);
  const holds = partitioned || request.thirdPartyCookies;
  yield check('cookie-third-party', holds, { name, tab, target: siteOf(url) });
}

function isFromSameSite(request: CookieRequest): boolean {
  const tab = request.ancestors.at(-1) ?? request.origin;
  const byTab = request.engine.departures.has('judges-site-by-tab');
  return isSameSiteRequest(byTab ? { ...request, origin: tab, ancestors: [] } : request, request.url);
}

/** @param isNavigationAdmitted whether this is a navigation that may use the cookie also from another site */
function* sameSiteSteps(
  { name, sameSite }: LabCookie,
  request: CookieRequest,
  isNavigationAdmitted: boolean,
): Iterable<Step> {
  const isSameSite = isFromSameSite(request);
  if (isSameSite !== isSameSiteRequest(request, request.url)) {
    yield departs(request.engine, 'judges-site-by-tab', 'cookie');
  }
  if (sameSite === 'None') return;
  const holds = isSameSite || isNavigationAdmitted;
  const documents = [request.origin, ...request.ancestors].map(siteOf);
  const other = documents.find((site) => site !== siteOf(request.url) || site === 'null');
  const context = other ?? siteOf(request.url);
  yield check('cookie-same-site', holds, { name, sameSite, context, navigation: request.navigation });
}

/** {@link https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4 | RFC 6265 §5.1.4, Paths and Path-Match} */
function pathMatches(requested: string, path: string): boolean {
  return requested === path || requested.startsWith(path.endsWith('/') ? path : `${path}/`);
}
