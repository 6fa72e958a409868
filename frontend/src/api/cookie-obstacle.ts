import type { Deployment } from './generated/types.gen';

/**
 * Why the cookie of a login that succeeded did not come back:
 * - `other-address`: the client calls the server by another name than its own, and cookies hang on the name;
 * - `same-site`: page and server are on two sites, and the cookie's `SameSite` keeps it from travelling between them;
 * - `secure-over-http`: a `Secure` cookie came over plain http;
 * - `third-party`: page and server are on two sites, and the browser keeps cookies from other sites out;
 * - `blocked`: nothing in the deployment explains it, so the browser keeps cookies of this site out.
 */
export type CookieObstacle =
  | { readonly kind: 'other-address'; readonly called: string; readonly publicOrigin: string }
  | { readonly kind: 'same-site'; readonly page: string; readonly api: string; readonly sameSite: string }
  | { readonly kind: 'secure-over-http'; readonly api: string }
  | { readonly kind: 'third-party'; readonly page: string; readonly api: string }
  | { readonly kind: 'blocked'; readonly api: string };

/**
 * @param page the page's origin
 * @param api the origin at which the client calls the server
 * @param deployment what the server says of itself, or null where it says nothing
 * @returns what can be in the way, the likeliest first; never empty
 */
export function findCookieObstacles(
  page: string,
  api: string,
  deployment: Deployment | null,
): readonly CookieObstacle[] {
  if (deployment === null) return [{ kind: 'blocked', api }];
  const { publicOrigin, relation, cookies } = deployment;
  if (!sharesCookies(api, publicOrigin)) return [{ kind: 'other-address', called: api, publicOrigin }];

  const isCrossSite = page !== api && relation === 'cross-site';
  if (isCrossSite && cookies.sameSite !== 'None') {
    return [{ kind: 'same-site', page, api, sameSite: cookies.sameSite }];
  }
  const obstacles: CookieObstacle[] = [];
  if (cookies.secure && api.startsWith('http:')) obstacles.push({ kind: 'secure-over-http', api });
  if (isCrossSite) obstacles.push({ kind: 'third-party', page, api });
  return obstacles.length > 0 ? obstacles : [{ kind: 'blocked', api }];
}

/** Cookies know scheme and host, and no port (RFC 6265 §8.5). */
function sharesCookies(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  return a.protocol === b.protocol && a.hostname === b.hostname;
}
