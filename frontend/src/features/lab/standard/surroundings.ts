import { isSameSite, siteOf } from './site';

/**
 * Where a request starts: a document of `origin`, in a frame of `ancestors` (from its parent to the tab's own document;
 * none for the tab's own), or as the navigation of a whole tab (a link, a form).
 */
export interface Surroundings {
  readonly origin: string;
  readonly ancestors: readonly string[];
  /** The method of the navigation, or null for a request by script. */
  readonly navigation: string | null;
}

/**
 * {@link https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-same-site-and-cross-site-re | RFC
 * 6265bis, "Same-site" and "cross-site" requests}: the document, and each document that frames it, is of the site that
 * is called. Who navigates a tab from another site is cross-site too.
 */
export function isSameSiteRequest({ origin, ancestors }: Surroundings, url: string): boolean {
  return [origin, ...ancestors].every((document) => isSameSite(document, url));
}

/**
 * {@link https://datatracker.ietf.org/doc/html/draft-cutler-httpbis-partitioned-cookies | Partitioned cookies}: the
 * tab's site, and whether the request, or a document that stands between it and the tab, is of another.
 */
export function partitionOf({ origin, ancestors, navigation }: Surroundings, url: string): string {
  if (navigation !== null) return siteOf(url);
  const documents = [origin, ...ancestors];
  const tab = documents.at(-1) ?? origin;
  const isForeign = [url, ...documents].some((place) => !isSameSite(place, tab));
  return isForeign ? `${siteOf(tab)}, from within another site` : siteOf(tab);
}
