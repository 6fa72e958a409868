import type { Departure } from './engine';
import type { NoteFacts, NoteRule } from './rules';
import { exposedHeaders, fetchStandard, mainFetch, preflight, redirect, type Section } from './sections';

const namesOpaqueOrigin = () => 'names the opaque origin, “Origin: null”, also where it asks no permission';

const departures: Readonly<Record<Departure, (name: string) => string>> = {
  'joins-header-lines': (name) => `judges all lines of ${name} as one value`,
  'safelists-save-data': () => 'sends “Save-Data: on” without a preflight',
  'refuses-userinfo': () => 'follows no redirect to an address with a user name or password',
  'reads-redirect-to-nowhere': () => 'takes a redirect without Location for an answer like any other',
  'wildcard-covers-authorization': (name) => `lets “*” cover ${name}`,
  'remembers-wildcard-for-authorization': (name) => `remembers that “*” allowed ${name}`,
  'hides-origin-without-cors': () =>
    'sends “Origin: null” after a redirect to another origin in mode no-cors',
  'negative-max-age-is-zero': () => 'does not remember a preflight whose Access-Control-Max-Age is negative',
  'unreadable-max-age-is-zero': () =>
    'does not remember a preflight whose Access-Control-Max-Age is no number',
  'remembers-names-only': () => 'remembers of a preflight only methods and headers that the server named',
  'remembers-after-failure': () => 'still remembers the preflight of a request that was blocked',
  'remembers-after-refused-redirect': () =>
    'still remembers the preflight of a request that wanted no redirect and got one',
  'forgets-opaque-origins': () => 'remembers no preflight for a page without an origin',
  'asks-again-if-conditional': (name) =>
    `asks again for a request with ${name}, though it remembers the preflight`,
  'names-opaque-origins': namesOpaqueOrigin,
  'names-opaque-origins-at-first': namesOpaqueOrigin,
  'repeats-header-names': (name) => `asks for ${name} once for each of its lines`,
  'asks-again-after-redirect': () =>
    'asks again after the redirect, because the request needed a preflight before it',
  'asks-for-dropped-headers': () => 'asks also for headers that the redirect has dropped',
  'keeps-origin-after-redirect': () => 'keeps the Origin header of a POST that has become a GET',
  'refuses-secure-on-plain-http': () => 'uses no Secure cookie over plain http, not even on this machine',
  'keeps-none-without-secure': () => 'keeps a cookie with SameSite=None that is not Secure, as seen on Linux',
  'ignores-partitioned': () => 'takes a Partitioned cookie for one like any other, as seen on Linux',
  'judges-site-by-tab': () => 'judges cookies by the tab’s site alone, and not by the frame that calls',
};

export const noteTexts: { readonly [K in NoteRule]: (facts: NoteFacts[K]) => string } = {
  'engine-departs': ({ engine, departure, name }) =>
    `Unlike the standard, ${engine} ${departures[departure](name)}.`,
  'method-normalized': ({ from, to }) => `fetch sends the method “${from}” as ${to}.`,
  'header-dropped': ({ name, mode }) =>
    `The header ${name} is left out, ${mode === 'no-cors' ? 'because mode no-cors sends only plain ones' : 'because only the browser may set it'}.`,
  'request-target': ({ origin, target, sameOrigin }) =>
    sameOrigin
      ? `The page and the server are both at ${target}, so CORS has no say.`
      : `The page is at ${origin === 'null' ? 'an opaque origin' : origin} and calls ${target}, another origin.`,
  'preflight-max-age': ({ seconds, value }) =>
    value !== null && String(seconds) === value
      ? `The answer may be remembered for ${seconds} seconds.`
      : `The answer may be remembered for ${seconds} seconds, because Access-Control-Max-Age is ${value === null ? 'missing' : `“${value}”`}.`,
  'redirect-followed': ({ status, to }) => `The browser follows the redirect ${status} to ${to}.`,
  'redirect-method-changed': ({ status, from, to }) =>
    `After the redirect ${status} the ${from} becomes a ${to} without a body.`,
  'redirect-authorization-dropped': ({ to }) => `The header Authorization does not go along to ${to}.`,
  'redirect-origin-null': ({ origin, via, to }) =>
    `From here on the browser says “Origin: null” instead of ${origin}, because ${via}, which is not the page’s, led to ${to}.`,
  'expose-headers-invalid': ({ value }) =>
    `“Access-Control-Expose-Headers: ${value}” is no list of names, so it shows the page nothing more.`,
  'expose-wildcard-literal': () =>
    'With credentials “*” in Access-Control-Expose-Headers is a name like any other, so it shows the page nothing more.',
  'header-hidden': ({ name }) =>
    `The header ${name} is kept from the page; “Access-Control-Expose-Headers: ${name}” would show it.`,
};

/** Where each is written. */
export const noteSections: Readonly<Record<NoteRule, Section>> = {
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
