import { getDomain } from 'tldts';
import { originOf, serializeOrigin, type Origin } from './origin';
import type { HostSite } from './rules';
import { check, untilFailure, verdictOf, type Step, type Verdict } from './trace';

/**
 * {@link https://url.spec.whatwg.org/#host-registrable-domain | URL, registrable domain}, by the
 * {@link https://publicsuffix.org | Public Suffix List} with its private part, as browsers use it. What the list does
 * not name follows its default rule: the last label is the suffix, so `localhost` is one and `a.localhost` is
 * registrable under it.
 *
 * @param host as a URL spells it: lower case, punycode, IPv6 in brackets
 * @returns null for an IP address and for a host that is itself a public suffix
 */
export function registrableDomainOf(host: string): string | null {
  const bare = host.endsWith('.') ? host.slice(0, -1) : host;
  const domain = getDomain(bare, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  });
  if (domain === null) return null;
  return host === bare ? domain : `${domain}.`;
}

/**
 * {@link https://html.spec.whatwg.org/multipage/browsers.html#same-site | HTML, same site}, which is schemeful: the
 * same registrable domain, or the same host where there is none, and the same scheme. Ports don't count.
 */
export function compareSites(one: Origin, other: Origin): Verdict {
  return verdictOf(untilFailure(sameSiteSteps(one, other)));
}

function* sameSiteSteps(one: Origin, other: Origin): Iterable<Step> {
  const areTuples = one.kind === 'tuple' && other.kind === 'tuple';
  yield check('tuple-origins', areTuples, { one: serializeOrigin(one), other: serializeOrigin(other) });
  if (!areTuples) return;
  const [a, b] = [hostSite(one.host), hostSite(other.host)];
  const isSame =
    a.host === b.host || (a.registrableDomain !== null && a.registrableDomain === b.registrableDomain);
  yield check('same-registrable-domain', isSame, { one: a, other: b });
  yield check('same-scheme', one.scheme === other.scheme, {
    one: one.scheme,
    other: other.scheme,
    isForSites: true,
  });
}

function hostSite(host: string): HostSite {
  return { host, registrableDomain: registrableDomainOf(host) };
}

/** Whether two URLs or serialised origins are same site. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [originOf(one), originOf(other)];
  return a !== null && b !== null && compareSites(a, b).holds;
}

/** {@link https://html.spec.whatwg.org/multipage/browsers.html#obtain-a-site | HTML, obtain a site}, serialised. */
export function siteOf(url: string): string {
  const origin = originOf(url);
  if (origin?.kind !== 'tuple') return 'null';
  return `${origin.scheme}://${registrableDomainOf(origin.host) ?? origin.host}`;
}
