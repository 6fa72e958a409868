import { judgeSending, stored, type LabCookie } from '../standard/cookies';
import { standardEngine } from '../standard/engine';
import { explainReason } from '../standard/explanation';
import { compareOrigins } from '../standard/origin';
import { compareSites, registrableDomainOf } from '../standard/site';
import type { Verdict } from '../standard/trace';
import { isTrustworthy } from '../standard/trustworthy';
import type { Address } from './address';

/** From where a cookie of the second address is sent there, by the page of the first. */
export interface CookieRow {
  readonly attribute: string;
  readonly fetch: boolean;
  readonly link: boolean;
  readonly form: boolean;
}

/** What it means that a page of the first address calls the second one. */
export interface Consequences {
  readonly fetchSite: 'same-origin' | 'same-site' | 'cross-site';
  /** Whether the browser sends Sec-Fetch-Site at all. */
  readonly isToldSite: boolean;
  /** Whether the page's scripts may call it, or browsers block that as mixed content. */
  readonly isCallable: boolean;
  readonly cors: string;
  readonly cookies: readonly CookieRow[];
  /** Why a cookie stays behind when a script calls; null if all are sent. */
  readonly reason: string | null;
  readonly sharing: string;
}

const kinds: readonly (Pick<LabCookie, 'sameSite' | 'secure'> & { readonly attribute: string })[] = [
  { attribute: 'SameSite=Strict', sameSite: 'Strict', secure: false },
  { attribute: 'SameSite=Lax', sameSite: 'Lax', secure: false },
  { attribute: 'SameSite=None; Secure', sameSite: 'None', secure: true },
];

/** @returns null if no page calls the second address: only http and https are called with fetch, and get cookies */
export function consequencesOf(one: Address, other: Address): Consequences | null {
  if (other.origin.kind !== 'tuple' || !/^https?$/.test(other.origin.scheme)) return null;
  const sameOrigin = compareOrigins(one.origin, other.origin).holds;
  const sameSite = compareSites(one.origin, other.origin).holds;
  const isToldSite = isTrustworthy(other.serialized);
  const isCallable = isToldSite || one.origin.kind !== 'tuple' || one.origin.scheme !== 'https';
  const judged = kinds.map(({ attribute, sameSite: value, secure }) => {
    const cookie = { name: 'The cookie', sameSite: value, secure, partitioned: false, path: '/' };
    const judge = (navigation: string | null) => sending(cookie, one, other, navigation);
    return { attribute, script: judge(null), link: judge('GET').holds, form: judge('POST').holds };
  });
  const left = judged.find(({ script }) => !script.holds);
  const failure = left && explainReason(left.script.trace);
  return {
    fetchSite: sameOrigin ? 'same-origin' : sameSite ? 'same-site' : 'cross-site',
    isToldSite,
    isCallable,
    cors: isCallable ? corsText(one, other, sameOrigin) : mixedContentText(one, other),
    cookies: judged.map(({ script, ...row }) => ({ ...row, fetch: script.holds && isCallable })),
    reason: failure ? `${failure.what} ${failure.why}` : null,
    sharing: sharingText(one, other),
  };
}

function sending(cookie: LabCookie, one: Address, other: Address, navigation: string | null): Verdict {
  const request = {
    origin: one.serialized,
    ancestors: [],
    url: `${other.serialized}/`,
    credentials: 'include',
    navigation,
    thirdPartyCookies: true,
    engine: standardEngine,
  } as const;
  return judgeSending(stored(cookie, request), request);
}

function corsText(one: Address, other: Address, sameOrigin: boolean): string {
  if (sameOrigin) {
    return 'CORS has no say. The page reads every answer, and there is never a preflight.';
  }
  if (one.serialized === 'null') {
    return `CORS decides. The page says “Origin: null”, as every sandboxed frame does, whoever made it. So ${other.serialized} should not allow it.`;
  }
  return `CORS decides. The page reads an answer only if ${other.serialized} sends “Access-Control-Allow-Origin: ${one.serialized}” with it, and whatever no form could send is preceded by a preflight.`;
}

/** {@link https://w3c.github.io/webappsec-mixed-content/#should-block-fetch | Mixed Content, blocking a request} */
function mixedContentText(one: Address, other: Address): string {
  return `CORS is not even asked. ${one.serialized} is a page of https and ${other.serialized} is plain http: browsers block such a call as mixed content, before anything is sent. Serve ${other.serialized} over https.`;
}

/** Whether the two can have a cookie in common. */
function sharingText(one: Address, other: Address): string {
  if (one.origin.kind !== 'tuple' || other.origin.kind !== 'tuple') {
    return 'A page without an origin has no cookies of its own.';
  }
  const [a, b] = [one.origin, other.origin];
  if (a.host === b.host) {
    const secret = a.scheme === b.scheme ? '' : ', but for those with Secure, which only https gets';
    return a.port === b.port && a.scheme === b.scheme
      ? `Both have the same cookies, those of ${a.host}.`
      : `Both have the same cookies, those of ${a.host}${secret}: ports don’t matter to cookies. What one sets, the other receives.`;
  }
  const domain = registrableDomainOf(a.host);
  if (domain !== null && domain === registrableDomainOf(b.host)) {
    return `Each host has its own cookies. One that is set with “Domain=${domain}” goes to both, on every port.`;
  }
  return `${a.host} and ${b.host} have no cookie in common, whatever its attributes.`;
}
