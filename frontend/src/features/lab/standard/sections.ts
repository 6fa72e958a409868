import type { RuleId } from './rules';

/** Where a rule is written. Sections of living standards are renumbered; their anchors stay. */
export interface Section {
  readonly standard: string;
  readonly title: string;
  readonly url: string;
}

function fetchStandard(title: string, anchor: string): Section {
  return { standard: 'Fetch', title, url: `https://fetch.spec.whatwg.org/#${anchor}` };
}

function html(title: string, anchor: string): Section {
  return { standard: 'HTML', title, url: `https://html.spec.whatwg.org/multipage/browsers.html#${anchor}` };
}

function cookies(title: string, anchor: string): Section {
  const draft = 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis';
  return { standard: 'RFC 6265bis', title, url: `${draft}#${anchor}` };
}

const constructor = fetchStandard('Request constructor', 'dom-request');
const safelistedHeader = fetchStandard('CORS-safelisted request-header', 'cors-safelisted-request-header');
const mainFetch = fetchStandard('Main fetch', 'main-fetch');
const preflightCache = fetchStandard('CORS-preflight cache', 'concept-cache');
const corsCheck = fetchStandard('CORS check', 'concept-cors-check');
const preflight = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch-0');
const redirect = fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch');
const exposedHeaders = fetchStandard('CORS-exposed header-name list', 'cors-exposed-header-name-list');
const sameOrigin = html('Same origin', 'same-origin');
/** Schemes are compared for both. */
export const sameSite = html('Same site', 'same-site');
const storage = cookies('Storage Model', 'name-storage-model');
const retrieval = cookies('Retrieval Algorithm', 'name-retrieval-algorithm');

export const sections: Readonly<Record<RuleId, Section>> = {
  'tuple-origins': html('Origin', 'concept-origin'),
  'same-scheme': sameOrigin,
  'same-host': sameOrigin,
  'same-port': sameOrigin,
  'same-registrable-domain': sameSite,
  'url-usable': constructor,
  'method-valid': constructor,
  'method-not-forbidden': fetchStandard('Forbidden method', 'forbidden-method'),
  'header-valid': fetchStandard('Header', 'concept-header'),
  'body-allowed': constructor,
  'no-cors-method': constructor,
  'no-cors-redirect': mainFetch,
  'mode-reaches-target': mainFetch,
  'safelisted-method': fetchStandard('CORS-safelisted method', 'cors-safelisted-method'),
  'safelisted-header-name': safelistedHeader,
  'safelisted-value-length': safelistedHeader,
  'safelisted-value-bytes': safelistedHeader,
  'safelisted-content-type': safelistedHeader,
  'safelisted-range': safelistedHeader,
  'safelisted-total-length': fetchStandard(
    'CORS-unsafe request-header names',
    'cors-unsafe-request-header-names',
  ),
  'body-known-length': mainFetch,
  'method-cached': preflightCache,
  'header-cached': preflightCache,
  'allow-origin-present': corsCheck,
  'allow-origin-not-wildcard': corsCheck,
  'allow-origin-matches': corsCheck,
  'allow-credentials-true': corsCheck,
  'preflight-not-redirected': preflight,
  'preflight-ok-status': preflight,
  'allow-methods-valid': preflight,
  'allow-headers-valid': preflight,
  'method-allowed': preflight,
  'non-wildcard-header-allowed': preflight,
  'header-allowed': preflight,
  'redirect-mode': fetchStandard('HTTP fetch', 'http-fetch'),
  'redirect-location': redirect,
  'redirect-http': redirect,
  'redirect-count': redirect,
  'redirect-no-userinfo': redirect,
  'redirect-repeatable-body': redirect,
  'response-not-opaque': fetchStandard('Opaque filtered response', 'concept-filtered-response-opaque'),
  'credentials-included': fetchStandard('HTTP-network-or-cache fetch', 'http-network-or-cache-fetch'),
  'cookie-none-secure': storage,
  'cookie-partitioned-secure': storage,
  'cookie-host': retrieval,
  'cookie-path': retrieval,
  'cookie-secure': retrieval,
  'cookie-same-site': cookies('"Same-site" and "cross-site" requests', 'name-same-site-and-cross-site-re'),
  'cookie-third-party': cookies('Third-Party Cookies', 'name-third-party-cookies'),
  'cookie-partition': {
    standard: 'Partitioned cookies',
    title: 'Cookies Having Independent Partitioned State',
    url: 'https://datatracker.ietf.org/doc/html/draft-cutler-httpbis-partitioned-cookies',
  },
  'engine-departs': fetchStandard('Fetching', 'fetching'),
  'method-normalized': fetchStandard('Normalize a method', 'concept-method-normalize'),
  'header-dropped': fetchStandard('Forbidden request-header', 'forbidden-request-header'),
  'request-target': mainFetch,
  'preflight-max-age': preflight,
  'redirect-followed': redirect,
  'redirect-method-changed': redirect,
  'redirect-authorization-dropped': redirect,
  'redirect-origin-null': fetchStandard('Serializing a request origin', 'serializing-a-request-origin'),
  'expose-headers-invalid': exposedHeaders,
  'expose-wildcard-literal': exposedHeaders,
  'header-hidden': exposedHeaders,
};
