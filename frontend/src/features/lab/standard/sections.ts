/** Where a rule is written. Sections of living standards are renumbered; their anchors stay. */
export interface Section {
  readonly standard: string;
  readonly title: string;
  readonly url: string;
}

export function fetchStandard(title: string, anchor: string): Section {
  return { standard: 'Fetch', title, url: `https://fetch.spec.whatwg.org/#${anchor}` };
}

export function html(title: string, anchor: string): Section {
  return { standard: 'HTML', title, url: `https://html.spec.whatwg.org/multipage/browsers.html#${anchor}` };
}

export function cookies(title: string, anchor: string): Section {
  const draft = 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis';
  return { standard: 'RFC 6265bis', title, url: `${draft}#${anchor}` };
}

export const requestConstructor = fetchStandard('Request constructor', 'dom-request');
export const safelistedHeader = fetchStandard(
  'CORS-safelisted request-header',
  'cors-safelisted-request-header',
);
export const mainFetch = fetchStandard('Main fetch', 'main-fetch');
export const preflightCache = fetchStandard('CORS-preflight cache', 'concept-cache');
export const corsCheck = fetchStandard('CORS check', 'concept-cors-check');
export const preflight = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch-0');
export const redirect = fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch');
export const exposedHeaders = fetchStandard('CORS-exposed header-name list', 'cors-exposed-header-name-list');
export const sameOrigin = html('Same origin', 'same-origin');
/** Schemes are compared for both. */
export const sameSite = html('Same site', 'same-site');
export const storage = cookies('Storage Model', 'name-storage-model');
export const retrieval = cookies('Retrieval Algorithm', 'name-retrieval-algorithm');
