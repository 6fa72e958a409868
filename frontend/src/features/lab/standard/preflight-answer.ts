import { corsCheck, type Asker } from './cors-check';
import { standardEngine, type Engine } from './engine';
import { headerValue, tokenList } from './header-list';
import type { Header, LabResponse } from './lab-request';
import { isSafelistedMethod } from './methods';
import { check, departs, note, reasonOf, untilFailure, verdictOf, type Step, type Verdict } from './trace';

/** A preflight as the browser remembers it while it judges the answer. */
export interface PreflightAsked extends Asker {
  readonly method: string;
  /** CORS-unsafe request-header names, lower case. */
  readonly unsafeHeaders: readonly string[];
}

export interface PreflightVerdict extends Verdict {
  /** What the answer permits, for the cache; empty where it permits nothing. */
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  /** In seconds, as the server asks. Browsers cap it: Chromium at 7200, Firefox at 86400. */
  readonly maxAge: number;
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const defaultMaxAge = 5;

/** {@link https://fetch.spec.whatwg.org/#redirect-status | Fetch, redirect status} */
export function isRedirectStatus(status: number): boolean {
  return redirectStatuses.has(status);
}

/** {@link https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 | Fetch, CORS-preflight fetch}, from its seventh step. */
export function judgePreflight(
  asked: PreflightAsked,
  response: LabResponse,
  engine: Engine,
): PreflightVerdict {
  const methods = tokenList(response.headers, 'access-control-allow-methods');
  const headers = tokenList(response.headers, 'access-control-allow-headers');
  const trace = untilFailure([
    ...corsCheck(asked, response.headers, { isPreflight: true }).trace,
    ...statusSteps(response.status),
    ...permissionSteps(asked, response.headers, methods, headers, engine),
  ]);
  const value = headerValue(response.headers, 'access-control-max-age');
  const maxAge = maxAgeOf(value, engine);
  if (reasonOf(trace) !== undefined || methods === 'failure' || headers === 'failure') {
    return { ...verdictOf(trace), methods: [], headers: [], maxAge: 0 };
  }
  return {
    holds: true,
    trace: [
      ...trace,
      ...maxAgeDeparture(value, engine),
      note('preflight-max-age', { seconds: maxAge, value }),
      ...namesDeparture(asked, methods ?? [], headers ?? [], engine),
    ],
    methods: methods ?? [],
    headers: headers ?? [],
    maxAge,
  };
}

/** A preflight is never redirected: a redirect is one more status that is not ok, and the one that puzzles most. */
function* statusSteps(status: number): Iterable<Step> {
  yield check('preflight-not-redirected', !isRedirectStatus(status), { status });
  yield check('preflight-ok-status', status >= 200 && status <= 299, { status });
}

type TokenList = ReturnType<typeof tokenList>;

function* permissionSteps(
  asked: PreflightAsked,
  lines: readonly Header[],
  methods: TokenList,
  headers: TokenList,
  engine: Engine,
): Iterable<Step> {
  const allowMethods = headerValue(lines, 'access-control-allow-methods');
  const allowHeaders = headerValue(lines, 'access-control-allow-headers');
  yield check('allow-methods-valid', methods !== 'failure', { value: allowMethods });
  yield check('allow-headers-valid', headers !== 'failure', { value: allowHeaders });
  if (methods === 'failure' || headers === 'failure') return;

  const credentials = asked.credentials === 'include';
  const { method } = asked;
  const isAllowed = (methods ?? []).includes(method) || isSafelistedMethod(method);
  const isCovered = !credentials && methods?.includes('*') === true;
  yield check('method-allowed', isAllowed || isCovered, { method, value: allowMethods, credentials });

  const named = new Set(headers?.map((name) => name.toLowerCase()));
  const [departing] = asked.unsafeHeaders.filter((name) => isNonWildcardHeader(name, standardEngine));
  const covers = departing !== undefined && !credentials && named.has('*') && !named.has(departing);
  if (covers && engine.departures.has('wildcard-covers-authorization')) {
    yield departs(engine, 'wildcard-covers-authorization', departing);
  }
  const isLiteral = (name: string) => isNonWildcardHeader(name, engine);
  for (const name of asked.unsafeHeaders.filter(isLiteral)) {
    yield check('non-wildcard-header-allowed', named.has(name), { name, value: allowHeaders });
  }
  for (const name of asked.unsafeHeaders.filter((each) => !isLiteral(each))) {
    yield check('header-allowed', named.has(name) || (!credentials && named.has('*')), {
      name,
      value: allowHeaders,
      credentials,
    });
  }
}

/** {@link https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name | Fetch, non-wildcard request-header name} */
export function isNonWildcardHeader(name: string, engine: Engine): boolean {
  return name === 'authorization' && !engine.departures.has('wildcard-covers-authorization');
}

const unreadable = {
  'negative-max-age-is-zero': /^-[0-9]+$/,
  'unreadable-max-age-is-zero': /[^0-9]/,
} as const;

/** What makes an engine remember nothing where the standard has it remember for 5 seconds. */
function maxAgeDeparture(value: string | null, engine: Engine): readonly Step[] {
  const names = ['negative-max-age-is-zero', 'unreadable-max-age-is-zero'] as const;
  const found = names.find((name) => engine.departures.has(name) && unreadable[name].test(value ?? ''));
  return found === undefined ? [] : [departs(engine, found, 'access-control-max-age')];
}

/** What was allowed without being named will be asked about again. */
function namesDeparture(
  { method }: PreflightAsked,
  methods: readonly string[],
  headers: readonly string[],
  engine: Engine,
): readonly Step[] {
  if (!engine.departures.has('remembers-names-only')) return [];
  const isUnnamed = method === 'HEAD' && !methods.includes(method);
  const wildcard = methods.includes('*') || isUnnamed ? 'methods' : 'headers';
  const applies = isUnnamed || methods.includes('*') || headers.includes('*');
  return applies ? [departs(engine, 'remembers-names-only', `access-control-allow-${wildcard}`)] : [];
}

function maxAgeOf(value: string | null, engine: Engine): number {
  if (maxAgeDeparture(value, engine).length > 0) return 0;
  return /^[0-9]+$/.test(value ?? '') ? Number(value) : defaultMaxAge;
}
