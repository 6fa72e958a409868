import type { LabCall, LabReply, Setup } from '../src/features/lab/runs/setup';
import type { CheckFacts, CheckRule } from '../src/features/lab/standard/rules';
import type { CheckStep } from '../src/features/lab/standard/trace';
import { page } from './lab-samples';

/** The simplest call, for tests to vary. */
export const labCall: LabCall = {
  initiator: 'client',
  via: 'fetch',
  method: 'GET',
  headers: [],
  credentials: 'same-origin',
  mode: 'cors',
  redirect: 'follow',
  body: { kind: 'none' },
};

/** A step that failed. */
export function step<R extends CheckRule>(rule: R, facts: CheckFacts[R]): CheckStep {
  return { rule, outcome: 'fail', facts } as unknown as CheckStep;
}

/** What each rule that can fail looks at. */
export const failedFacts: { readonly [R in CheckRule]: CheckFacts[R] } = {
  'tuple-origins': { one: page, other: 'null' },
  'same-scheme': { one: 'http', other: 'https' },
  'same-host': { one: 'a.b', other: 'c.d' },
  'same-port': { one: '1', other: '2' },
  'same-registrable-domain': {
    one: { host: 'a.b', registrableDomain: 'a.b' },
    other: { host: 'c.d', registrableDomain: 'c.d' },
  },
  'url-usable': { url: 'x' },
  'method-valid': { method: 'G T' },
  'method-not-forbidden': { method: 'TRACE' },
  'header-valid': { name: "it's \\", value: '' },
  'body-allowed': { method: 'GET' },
  'no-cors-method': { method: 'PUT' },
  'no-cors-redirect': { redirect: 'error' },
  'mode-reaches-target': { origin: page, target: 'http://a.b' },
  'safelisted-method': { method: 'PUT' },
  'safelisted-header-name': { name: 'x-a' },
  'safelisted-value-length': { name: 'accept', length: 200 },
  'safelisted-value-bytes': { name: 'accept', byte: '"' },
  'safelisted-content-type': { value: 'application/json' },
  'safelisted-range': { value: 'x' },
  'safelisted-total-length': { length: 2000 },
  'body-known-length': { stream: true },
  'method-cached': { method: 'PUT' },
  'header-cached': { name: 'x-a' },
  'allow-origin-present': { origin: page },
  'allow-origin-not-wildcard': { origin: page },
  'allow-origin-matches': { origin: page, value: `${page}/` },
  'allow-credentials-true': { value: 'TRUE' },
  'preflight-not-redirected': { status: 302 },
  'preflight-ok-status': { status: 404 },
  'allow-methods-valid': { value: '@' },
  'allow-headers-valid': { value: '@' },
  'method-allowed': { method: 'PUT', value: null, credentials: false },
  'non-wildcard-header-allowed': { name: 'authorization', value: '*' },
  'header-allowed': { name: 'x-a', value: null, credentials: false },
  'redirect-mode': { status: 302 },
  'redirect-location': { location: 'http://' },
  'redirect-http': { url: 'ftp://a.b' },
  'redirect-count': { count: 21 },
  'redirect-no-userinfo': { url: 'http://a:b@c.d/e' },
  'redirect-repeatable-body': { status: 307 },
  'response-not-opaque': { mode: 'no-cors' },
  'credentials-included': { credentials: 'omit', origin: page, target: 'http://a.b' },
  'cookie-none-secure': { name: 'lab-a' },
  'cookie-partitioned-secure': { name: 'lab-a' },
  'cookie-host': { name: 'lab-a', host: 'a.b', target: 'c.d' },
  'cookie-path': { name: 'lab-a', path: '/a', target: '/b' },
  'cookie-secure': { name: 'lab-a', target: 'http://a.b' },
  'cookie-same-site': { name: 'lab-a', sameSite: 'Lax', context: 'http://a.b', navigation: null },
  'cookie-third-party': { name: 'lab-a', tab: 'http://a.b', target: 'http://c.d' },
  'cookie-partition': { name: 'lab-a', stored: 'http://a.b', now: 'http://c.d' },
};

/** An answer that allows nothing. */
export const labReply: LabReply = {
  status: 200,
  headers: [],
  cookie: null,
  redirects: false,
  delayMillis: 0,
};

export const labSetup: Setup = {
  calls: [labCall],
  server: { preflight: null, response: labReply },
  redirectTarget: null,
};
