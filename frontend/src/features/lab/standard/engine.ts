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
  /** It does so in what is remembered of a preflight, too. */
  | 'remembers-wildcard-for-authorization'
  /** A `no-cors` request says `Origin: null` as soon as a redirect led it to another origin. */
  | 'hides-origin-without-cors'
  /** A negative `Access-Control-Max-Age` forbids remembering; by the standard it is not a value, and 5 seconds count. */
  | 'negative-max-age-is-zero'
  /** So does any `Access-Control-Max-Age` that is no number. */
  | 'unreadable-max-age-is-zero'
  /** Only methods and headers that the server named are remembered: nothing that `*` allowed, and HEAD only by name. */
  | 'remembers-names-only'
  /** A preflight stays remembered when what it admitted was blocked. */
  | 'remembers-after-failure'
  /** It does so at least where the page wanted no redirect and got one. */
  | 'remembers-after-refused-redirect'
  /** No preflight is remembered for a page without an origin, which is one of its own for the network, too. */
  | 'forgets-opaque-origins'
  /** A conditional request, such as one with If-Match, passes by the memory of preflights as it does by the cache. */
  | 'asks-again-if-conditional'
  /** A `no-cors` request with credentials says `Origin: null` for a page without an origin, also where it is a GET. */
  | 'names-opaque-origins'
  /** The same, except for a GET that a redirect has made of another method. */
  | 'names-opaque-origins-at-first'
  /** `Access-Control-Request-Headers` names a header once for each of its lines. */
  | 'repeats-header-names'
  /** A request that needed a preflight needs one after each redirect, even where it has become a plain GET. */
  | 'asks-again-after-redirect'
  /** That preflight asks for the headers that the page set, though the redirect has dropped some. */
  | 'asks-for-dropped-headers'
  /** A POST that a redirect within an origin turns into a `no-cors` GET keeps its Origin header. */
  | 'keeps-origin-after-redirect'
  /** No Secure cookie is kept from plain http, or sent there, not even on this machine. */
  | 'refuses-secure-on-plain-http'
  /** A cookie with `SameSite=None` is kept although it is not Secure. */
  | 'keeps-none-without-secure'
  /** `Partitioned` means nothing: the cookie is one like any other. */
  | 'ignores-partitioned'
  /** Cookies of a frame are same-site if the tab is, whatever the frame is. */
  | 'judges-site-by-tab';

/** A browser's engine, as far as it differs in what the Lab predicts. */
export interface Engine {
  readonly name: string;
  readonly departures: ReadonlySet<Departure>;
  /** For how many seconds a preflight is remembered at most. */
  readonly maxAgeLimit: number;
  /** The browser with which what is predicted for it was compared, by thousands of requests; null if none was. */
  readonly comparedWith: string | null;
  /** Whether other browsers of this engine may treat cookies otherwise. */
  readonly cookiesDiffer: boolean;
}

/** The Fetch standard to the letter. */
export const standardEngine: Engine = {
  name: 'the standard',
  departures: new Set(),
  maxAgeLimit: Infinity,
  comparedWith: null,
  cookiesDiffer: false,
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
    'names-opaque-origins-at-first',
  ]),
  maxAgeLimit: 7200,
  comparedWith: 'Chromium 156',
  cookiesDiffer: false,
};

export const firefoxEngine: Engine = {
  name: 'Firefox',
  departures: new Set<Departure>([
    'wildcard-covers-authorization',
    'unreadable-max-age-is-zero',
    'remembers-names-only',
    'remembers-after-refused-redirect',
    'asks-again-if-conditional',
    'names-opaque-origins',
    'repeats-header-names',
    'asks-again-after-redirect',
  ]),
  maxAgeLimit: 86_400,
  comparedWith: 'Firefox 153',
  cookiesDiffer: false,
};

/** Safari's engine, as it was seen in WebKitGTK. Apple's browsers keep cookies by code of their own. */
export const webkitEngine: Engine = {
  name: 'WebKit',
  departures: new Set<Departure>([
    'joins-header-lines',
    'reads-redirect-to-nowhere',
    'wildcard-covers-authorization',
    'remembers-wildcard-for-authorization',
    'negative-max-age-is-zero',
    'remembers-after-failure',
    'asks-again-after-redirect',
    'asks-for-dropped-headers',
    'keeps-origin-after-redirect',
    'refuses-secure-on-plain-http',
    'keeps-none-without-secure',
    'ignores-partitioned',
    'judges-site-by-tab',
  ]),
  maxAgeLimit: 600,
  comparedWith: 'WebKitGTK 2.50',
  cookiesDiffer: true,
};

/** The engine of a browser by its User-Agent header, or the standard itself where that is not told. */
export function engineOf(userAgent: string): Engine {
  if (userAgent.includes('Firefox/')) return firefoxEngine;
  if (/Chrom(?:e|ium)\//.test(userAgent)) return chromiumEngine;
  return userAgent.includes('AppleWebKit/') ? webkitEngine : standardEngine;
}
