import { standardEngine, type Departure, type Engine } from './engine';
import type { LabRequest } from './lab-request';
import { isSafelistedMethod } from './methods';
import { isNonWildcardHeader, type PreflightAsked, type PreflightVerdict } from './preflight-answer';
import type { CheckRule } from './rules';
import { check, departs, verdictOf, type Step, type Trace, type Verdict } from './trace';

/**
 * {@link https://fetch.spec.whatwg.org/#concept-cache | Fetch, CORS-preflight cache}: one entry a method or header name.
 * Instants are seconds of any clock.
 */
export interface CacheEntry {
  readonly origin: string;
  readonly url: string;
  readonly credentials: boolean;
  readonly expires: number;
  readonly permits: { readonly method: string } | { readonly header: string };
}

export type PreflightCache = readonly CacheEntry[];

/** A request that would need a preflight, as the cache looks it up. */
export interface CacheQuestion extends PreflightAsked {
  readonly url: string;
  /** The standard's use-CORS-preflight flag, which a stream as the body sets: safelisted methods are asked about, too. */
  readonly usePreflight: boolean;
}

/**
 * {@link https://fetch.spec.whatwg.org/#http-fetch | Fetch, HTTP fetch}: whether what the cache holds makes the
 * preflight unnecessary. The first failing step is what the cache does not know.
 */
export function judgeCache(
  cache: PreflightCache,
  question: CacheQuestion,
  now: number,
  engine: Engine,
): Verdict {
  const entries = cache.filter(
    (entry) =>
      now < entry.expires &&
      entry.origin === question.origin &&
      entry.url === question.url &&
      (entry.credentials || question.credentials !== 'include'),
  );
  const { method, usePreflight } = question;
  const asksMethod = usePreflight || isAskedByName(method, engine) || !isSafelistedMethod(method);
  return verdictOf([
    ...(asksMethod ? [check('method-cached', permitsMethod(entries, question, engine), { method })] : []),
    ...question.unsafeHeaders.flatMap((name) => headerSteps(entries, name, engine)),
  ]);
}

function permitsMethod(entries: PreflightCache, { method }: CacheQuestion, engine: Engine): boolean {
  // Where these engines ask about a safelisted method all the same, whatever they remember covers it.
  const isCovered = isSafelistedMethod(method) && engine.departures.has('asks-again-after-redirect');
  if (isCovered && !isAskedByName(method, engine)) return entries.length > 0;
  return entries.some(
    ({ permits }) => 'method' in permits && (permits.method === method || permits.method === '*'),
  );
}

function isAskedByName(method: string, engine: Engine): boolean {
  return method === 'HEAD' && engine.departures.has('remembers-names-only');
}

function headerSteps(entries: PreflightCache, name: string, engine: Engine): readonly Step[] {
  const permits = (header: string) =>
    entries.some((entry) => 'header' in entry.permits && entry.permits.header === header);
  const holds = permits(name) || (permits('*') && !isNonWildcardHeader(name, standardEngine));
  const isDeparting = !holds && permits('*') && engine.departures.has('remembers-wildcard-for-authorization');
  return [
    ...(isDeparting ? [departs(engine, 'remembers-wildcard-for-authorization', name)] : []),
    check('header-cached', holds || isDeparting, { name }),
  ];
}

/**
 * The cache after a preflight that was answered well: known entries live anew, others are added
 * ({@link https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 | Fetch, CORS-preflight fetch}, its last steps).
 *
 * @param engine keeps them no longer than its own limit
 */
export function remember(
  cache: PreflightCache,
  question: CacheQuestion,
  { methods, headers, maxAge }: PreflightVerdict,
  now: number,
  engine: Engine,
): PreflightCache {
  const { origin, url } = question;
  const credentials = question.credentials === 'include';
  const expires = now + Math.min(maxAge, engine.maxAgeLimit);
  // A stream's method is remembered although the server named none.
  const named = methods.length === 0 && question.usePreflight ? [question.method] : methods;
  const isKept = (name: string) => name !== '*' || !engine.departures.has('remembers-names-only');
  const permits = [
    ...named.filter(isKept).map((method) => ({ method })),
    ...headers.filter(isKept).map((header) => ({ header: header.toLowerCase() })),
  ];
  const added = permits.map((permit) => ({ origin, url, credentials, expires, permits: permit }));
  const isRenewed = (entry: CacheEntry) => added.some((each) => identityOf(each) === identityOf(entry));
  return [...cache.filter((entry) => !isRenewed(entry)), ...added];
}

function identityOf({ origin, url, credentials, permits }: CacheEntry): string {
  return JSON.stringify([origin, url, credentials, permits]);
}

/** {@link https://fetch.spec.whatwg.org/#concept-cache-clear | Fetch, clear cache entries}, after a network error */
export function forget(
  cache: PreflightCache,
  { origin, url }: Pick<CacheEntry, 'origin' | 'url'>,
): PreflightCache {
  return cache.filter((entry) => entry.origin !== origin || entry.url !== url);
}

/** Why an engine does not forget after a network error, if it does not. */
export function remembersAfter(failed: CheckRule | undefined, engine: Engine): Departure | undefined {
  const { departures } = engine;
  if (departures.has('remembers-after-failure')) return 'remembers-after-failure';
  const isRedirect = failed === 'redirect-mode' && departures.has('remembers-after-refused-redirect');
  return isRedirect ? 'remembers-after-refused-redirect' : undefined;
}

/** Fetch, HTTP-network-or-cache fetch: these make a request conditional, and its cache mode `no-store`. */
const conditional = /^if-(?:match|none-match|modified-since|unmodified-since|range)$/i;

/** Where an engine asks anew although it remembers a preflight that would do; empty where it does not. */
export function asksAgain(
  { origin, headers }: Pick<LabRequest, 'origin' | 'headers'>,
  engine: Engine,
): Trace {
  const condition = headers.find(({ name }) => conditional.test(name));
  if (origin === 'null' && engine.departures.has('forgets-opaque-origins')) {
    return [departs(engine, 'forgets-opaque-origins', 'origin')];
  }
  if (condition === undefined || !engine.departures.has('asks-again-if-conditional')) return [];
  return [departs(engine, 'asks-again-if-conditional', condition.name)];
}
