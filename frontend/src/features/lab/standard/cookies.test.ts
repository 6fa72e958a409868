import { expect, test } from 'vitest';
import { judgeSending, judgeStoring, stored, type CookieRequest, type LabCookie } from './cookies';
import type { RuleId } from './rules';
import { standardEngine } from './engine';
import { reasonOf, type Verdict } from './trace';

// What these tables say was seen in Chromium 156, by each initiator of the Lab and by framed pages.
const cookie: LabCookie = {
  name: 'lab-session',
  sameSite: 'Lax',
  secure: false,
  partitioned: false,
  path: '/runs',
};
const none = { ...cookie, sameSite: 'None', secure: true } as const;
const strict = { ...cookie, sameSite: 'Strict' } as const;

const request: CookieRequest = {
  origin: 'http://localhost:5173',
  ancestors: [],
  navigation: null,
  url: 'http://localhost:8080/runs/1',
  credentials: 'include',
  thirdPartyCookies: false,
  engine: standardEngine,
};

const fromOtherSite = { origin: 'http://127.0.0.1:5173' };
const fromSandbox = { origin: 'null', ancestors: ['http://localhost:5173'] };
const framedByOtherSite = { ancestors: ['http://127.0.0.1:5173'] };

function ruleOf({ trace }: Verdict): RuleId | undefined {
  return reasonOf(trace)?.rule;
}

test.each<[string, Partial<LabCookie>, Partial<CookieRequest>, RuleId | undefined]>([
  ['a Lax cookie, from another port', {}, {}, undefined],
  ['a Strict cookie, from another port', strict, {}, undefined],
  ['a cookie, without credentials', {}, { credentials: 'omit' }, 'credentials-included'],
  ['a cookie, from another port without include', {}, { credentials: 'same-origin' }, 'credentials-included'],
  [
    'a cookie, within one origin without include',
    {},
    { credentials: 'same-origin', origin: 'http://localhost:8080' },
    undefined,
  ],
  ['a Lax cookie, from another site', {}, fromOtherSite, 'cookie-same-site'],
  ['a Lax cookie, from a subdomain of localhost', {}, { origin: 'http://a.localhost' }, 'cookie-same-site'],
  ['a Lax cookie, from a sandbox', {}, fromSandbox, 'cookie-same-site'],
  ['a Lax cookie, from a page framed by another site', {}, framedByOtherSite, 'cookie-same-site'],
  [
    'a Lax cookie, by another site’s link',
    {},
    { ...fromOtherSite, navigation: 'GET', credentials: 'omit' },
    undefined,
  ],
  ['a Lax cookie, by another site’s form', {}, { ...fromOtherSite, navigation: 'POST' }, 'cookie-same-site'],
  [
    'a Strict cookie, by another site’s link',
    strict,
    { ...fromOtherSite, navigation: 'GET' },
    'cookie-same-site',
  ],
  ['a None cookie, from another site', none, fromOtherSite, 'cookie-third-party'],
  ['a None cookie, where settings admit it', none, { ...fromOtherSite, thirdPartyCookies: true }, undefined],
  ['a None cookie, by another site’s form', none, { ...fromOtherSite, navigation: 'POST' }, undefined],
  ['a cookie, to another host', {}, { url: 'http://127.0.0.1:8080/runs/1' }, 'cookie-host'],
  ['a cookie, to another path', {}, { url: 'http://localhost:8080/api' }, 'cookie-path'],
  ['a cookie, to a path that begins alike', {}, { url: 'http://localhost:8080/runs2' }, 'cookie-path'],
  ['a Secure cookie, to plain http on this machine', { secure: true }, {}, undefined],
])('sends or not %s', (_, attributes, how, rule) => {
  const kept = { ...cookie, ...attributes, host: 'localhost', partition: 'http://localhost' };
  expect(ruleOf(judgeSending(kept, { ...request, ...how }))).toBe(rule);
});

test('sends no Secure cookie over plain http to another machine', () => {
  const kept = { ...cookie, secure: true, host: 'example.com', partition: 'http://example.com' };
  const how = { ...request, origin: 'http://example.com', url: 'http://example.com/runs' };
  expect(ruleOf(judgeSending(kept, how))).toBe('cookie-secure');
  expect(
    ruleOf(judgeSending(kept, { ...how, origin: 'https://example.com', url: 'https://example.com/runs' })),
  ).toBe(undefined);
});

test.each<[string, Partial<LabCookie>, Partial<CookieRequest>, RuleId | undefined]>([
  ['a Lax cookie, from another port', {}, {}, undefined],
  ['a cookie, without credentials', {}, { credentials: 'same-origin' }, 'credentials-included'],
  ['a Lax cookie, from another site', {}, fromOtherSite, 'cookie-same-site'],
  ['a Strict cookie, from another site', strict, fromOtherSite, 'cookie-same-site'],
  ['a Strict cookie, by another site’s form', strict, { ...fromOtherSite, navigation: 'POST' }, undefined],
  ['a Lax cookie, by another site’s form', {}, { ...fromOtherSite, navigation: 'POST' }, undefined],
  ['a None cookie without Secure', { sameSite: 'None' }, {}, 'cookie-none-secure'],
  ['a Partitioned cookie without Secure', { partitioned: true }, {}, 'cookie-partitioned-secure'],
  ['a None cookie, from another site', none, fromOtherSite, 'cookie-third-party'],
  ['a Partitioned cookie, from another site', { ...none, partitioned: true }, fromOtherSite, undefined],
  ['a Secure cookie over plain http', { secure: true }, { url: 'http://example.com/' }, 'cookie-secure'],
])('keeps or not %s', (_, attributes, how, rule) => {
  expect(ruleOf(judgeStoring({ ...cookie, ...attributes }, { ...request, ...how }))).toBe(rule);
});

test('sends a Partitioned cookie only from where it was set', () => {
  const there = { ...request, ...fromOtherSite };
  const kept = stored({ ...none, partitioned: true }, there);
  expect(judgeSending(kept, there).holds).toBe(true);
  expect(judgeSending(kept, { ...request, ...framedByOtherSite }).holds).toBe(true);
  expect(ruleOf(judgeSending(kept, request))).toBe('cookie-partition');
  expect(ruleOf(judgeSending(kept, { ...request, ...fromSandbox }))).toBe('cookie-partition');
  expect(ruleOf(judgeSending(kept, { ...there, navigation: 'GET' }))).toBe('cookie-partition');
});
