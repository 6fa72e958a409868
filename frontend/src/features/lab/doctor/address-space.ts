import { isAtHome } from '../../../api/at-home';

const local =
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|\[f[cd][0-9a-f:]+\]|\[fe[89ab][0-9a-f:]+\]|.+\.local\.?)$/;

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && isAtHome(new URL(url).origin);
}

/**
 * {@link https://w3c.github.io/webappsec-mixed-content/ | Mixed Content}: a page of https calls no plain http, but on
 * this machine ({@link https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy | potentially trustworthy}).
 */
export function isMixedContent(page: string, url: string): boolean {
  return page.startsWith('https:') && url.startsWith('http:') && !isLoopback(url);
}

/** {@link https://wicg.github.io/local-network-access/ | Local Network Access}: from the open net into somebody's own. */
export function reachesInward(page: string, url: string): boolean {
  const isInside = (place: string) => isLoopback(place) || local.test(hostOf(place));
  return !isInside(page) && isInside(url);
}
