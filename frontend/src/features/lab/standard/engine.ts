/** Ways in which an engine is known to depart from the standard. Each was seen in a browser before it was named. */
export type Departure =
  /** Several lines of one name are judged as one value, so that two `Content-Type: text/plain` need a preflight. */
  | 'joins-header-lines'
  /** `Save-Data: on` needs no preflight: a client hint that the standard once had on its list. */
  | 'safelists-save-data'
  /** A redirect to an address with a name or password is never followed, not even within one origin. */
  | 'refuses-userinfo'
  /** A redirect that says not where to is an answer like any other, also where redirects are an error. */
  | 'reads-redirect-to-nowhere'
  /** `*` in `Access-Control-Allow-Headers` covers Authorization too. */
  | 'wildcard-covers-authorization'
  /** A `no-cors` request says `Origin: null` as soon as a redirect led it to another origin. */
  | 'hides-origin-without-cors'
  /** A negative `Access-Control-Max-Age` forbids remembering; by the standard it is not a value, and 5 seconds count. */
  | 'negative-max-age-is-zero'
  /** A preflight stays remembered when what it admitted was blocked. */
  | 'remembers-after-failure'
  /** No preflight is remembered for a page without an origin, which is one of its own for the network, too. */
  | 'forgets-opaque-origins'
  /** A conditional request, such as one with If-Match, passes by the memory of preflights as it does by the cache. */
  | 'asks-again-if-conditional'
  /** A `no-cors` request with credentials says `Origin: null` for a page without an origin, also where it is a GET. */
  | 'names-opaque-origins';

/** A browser's engine, as far as it differs in what the Lab predicts. */
export interface Engine {
  readonly name: string;
  readonly departures: ReadonlySet<Departure>;
  /** For how many seconds a preflight is remembered at most. */
  readonly maxAgeLimit: number;
  /** The browser with which what is predicted for it was compared, by thousands of requests; null if none was. */
  readonly comparedWith: string | null;
}

/** The Fetch standard to the letter. */
export const standardEngine: Engine = {
  name: 'the standard',
  departures: new Set(),
  maxAgeLimit: Infinity,
  comparedWith: null,
};

export const chromiumEngine: Engine = {
  name: 'Chromium',
  departures: new Set<Departure>([
    'joins-header-lines',
    'safelists-save-data',
    'refuses-userinfo',
    'reads-redirect-to-nowhere',
    'wildcard-covers-authorization',
    'hides-origin-without-cors',
    'negative-max-age-is-zero',
    'remembers-after-failure',
    'forgets-opaque-origins',
    'asks-again-if-conditional',
    'names-opaque-origins',
  ]),
  maxAgeLimit: 7200,
  comparedWith: 'Chromium 156',
};

/** Firefox is not known to depart, but remembers a preflight for a day at most. */
export const firefoxEngine: Engine = {
  name: 'Firefox',
  departures: new Set(),
  maxAgeLimit: 86_400,
  comparedWith: null,
};

/** Safari's engine is not known to depart, but remembers a preflight for ten minutes at most. */
export const webkitEngine: Engine = {
  name: 'WebKit',
  departures: new Set(),
  maxAgeLimit: 600,
  comparedWith: null,
};

/** The engine of a browser by its User-Agent header, or the standard itself where that is not told. */
export function engineOf(userAgent: string): Engine {
  if (userAgent.includes('Firefox/')) return firefoxEngine;
  if (/Chrom(?:e|ium)\//.test(userAgent)) return chromiumEngine;
  return userAgent.includes('AppleWebKit/') ? webkitEngine : standardEngine;
}
