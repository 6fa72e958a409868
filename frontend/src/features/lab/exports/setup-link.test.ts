import { describe, expect, test } from 'vitest';
import { labCall, labReply, labSetup } from '../../../../test-support/export-samples';
import { randomSetup, seededChance } from '../../../../test-support/random-setups';
import type { LabCall, LabReply, Setup } from '../runs/setup';
import { isEarlierHash, setupFromHash, setupPath, setupToHash } from './setup-link';

function withCall(changes: Partial<LabCall>): Setup {
  return { ...labSetup, calls: [{ ...labCall, ...changes }] };
}

function withReply(changes: Partial<LabReply>): Setup {
  return { ...labSetup, server: { preflight: null, response: { ...labReply, ...changes } } };
}

function hashOf(described: unknown): string {
  const ascii = JSON.stringify(described).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `v2.${base64Url(ascii)}`;
}

function base64Url(ascii: string): string {
  return btoa(ascii).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What the types cannot say, checked apart from the code that reads links. */
function isPossible({ calls, server, redirectTarget }: Setup): boolean {
  const servers = [server, ...(redirectTarget === null ? [] : [redirectTarget])];
  const replies = servers.flatMap(({ preflight, response }) => [response, ...(preflight ? [preflight] : [])]);
  return (
    calls.length >= 1 &&
    calls.length <= 4 &&
    calls.every(({ method, headers }) => /^.{1,64}$/s.test(method) && headers.length <= 20) &&
    replies.every(
      ({ status, headers, delayMillis, cookie }) =>
        status >= 200 &&
        status <= 599 &&
        delayMillis >= 0 &&
        delayMillis <= 5000 &&
        (cookie === null || /^(?:Strict|Lax|None)$/.test(cookie.sameSite)) &&
        headers.every(({ name, value }) => /^[\w-]+$/.test(name) && /^[ -~]{0,1024}$/.test(value)),
    )
  );
}

test('a link leads to the free mode and holds the setup in its fragment', () => {
  const path = setupPath(labSetup);
  expect(path).toMatch(/^\/lab\/build#v2\.[\w-]+$/);
  expect(setupFromHash(new URL(path, 'http://localhost').hash)).toEqual(labSetup);
});

test('500 setups come back as they were', () => {
  const chance = seededChance(4);
  for (let count = 0; count < 500; count += 1) {
    const setup = randomSetup(chance);
    const hash = setupToHash(setup);
    expect(hash).toMatch(/^v2\.[\w-]+$/);
    expect(setupFromHash(hash)).toEqual(setup);
  }
});

test('5,000 damaged links are refused, or describe a setup that is whole', () => {
  const chance = seededChance(7);
  const alphabet = 'ABCXYZabcxyz0189-_.#%+/= {}"é';
  let refused = 0;
  for (let count = 0; count < 5000; count += 1) {
    let hash = setupToHash(randomSetup(chance));
    for (let times = chance.integer(1, 3); times > 0; times -= 1) {
      const at = chance.integer(0, hash.length - 1);
      const inserted = chance.of([...Array.from(alphabet), '']);
      hash = hash.slice(0, at) + inserted + hash.slice(at + chance.integer(0, 2));
    }
    const setup = setupFromHash(hash);
    if (setup === null) refused += 1;
    else expect(isPossible(setup), hash).toBe(true);
  }
  expect(refused).toBeGreaterThan(2500);
});

test('2,000 setups with one field of another kind are refused', () => {
  const chance = seededChance(9);
  for (let count = 0; count < 2000; count += 1) {
    const setup = structuredClone(randomSetup(chance));
    const wrong = chance.of([{}, 1.5, -1, 'Bogus\u0000', 1e9, [[]], 99]);
    const [target, field] = chance.of(placesOf(setup));
    Object.assign(target, { [field]: wrong });
    expect(setupFromHash(hashOf(setup)), JSON.stringify(setup)).toBeNull();
  }
});

/** Fields that admit neither any text nor that very kind. */
function placesOf(setup: Setup): readonly (readonly [object, string])[] {
  const { calls, server } = setup;
  const callFields = ['initiator', 'via', 'headers', 'credentials', 'mode', 'redirect', 'body'];
  return [
    ...callFields.map((field) => [calls[0] ?? {}, field] as const),
    ...['status', 'headers', 'cookie', 'redirects'].map((field) => [server.response, field] as const),
    ...['calls', 'server', 'redirectTarget'].map((field) => [setup, field] as const),
    ...['preflight', 'response'].map((field) => [server, field] as const),
  ];
}

function atobUrl(text: string): string {
  return new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0)),
  );
}

describe('is refused', () => {
  test.each<[string, Setup]>([
    ['without a call', { ...labSetup, calls: [] }],
    ['with five calls', { ...labSetup, calls: Array.from({ length: 5 }, () => labCall) }],
    ['with no method', withCall({ method: '' })],
    ['with a long method', withCall({ method: 'A'.repeat(65) })],
    ['as a form that puts', withCall({ via: 'form', method: 'PUT' })],
    ['with 21 headers', withCall({ headers: Array.from({ length: 21 }, () => ({ name: 'a', value: '' })) })],
    ['with a long value', withCall({ headers: [{ name: 'X-Lab', value: 'a'.repeat(1025) }] })],
    ['with a status below 200', withReply({ status: 199 })],
    ['with a status above 599', withReply({ status: 600 })],
    ['with a delay that is no integer', withReply({ delayMillis: 0.5 })],
    ['with a long delay', withReply({ delayMillis: 5001 })],
    ['with a header that no run sends', withReply({ headers: [{ name: 'Set-Cookie', value: 'a=b' }] })],
    ['with a line break in an answer', withReply({ headers: [{ name: 'Vary', value: 'a\r\nb' }] })],
    ['with a redirect to nowhere', withReply({ status: 302, redirects: true })],
    ['with a redirect of status 200', { ...withReply({ redirects: true }), redirectTarget: labSetup.server }],
    ['with a circle', { ...labSetup, redirectTarget: withReply({ status: 302, redirects: true }).server }],
  ])('%s', (_, setup) => {
    expect(setupFromHash(setupToHash(setup))).toBeNull();
  });

  test.each(['', '#', 'v2.', 'v1.abcd', 'v2.!', 'v2.bnVsbA', 'v2.W10', 'v2._w'])('as “%s”', (hash) => {
    expect(setupFromHash(hash)).toBeNull();
  });

  test('as one that is longer than any setup', () => {
    const json = atobUrl(setupToHash(labSetup).slice(3));
    expect(setupFromHash(`v2.${base64Url(`${json}   `)}`)).toEqual(labSetup);
    expect(setupFromHash(`v2.${base64Url(json + ' '.repeat(900_000))}`)).toBeNull();
  });

  test.each<[string, unknown]>([
    ['', { ...labSetup, more: null }],
    [' of a call', { ...labSetup, calls: [{ ...labCall, more: null }] }],
    [
      ' of a header',
      { ...labSetup, calls: [{ ...labCall, headers: [{ name: 'a', value: '', more: null }] }] },
    ],
    [' of a body', { ...labSetup, calls: [{ ...labCall, body: { kind: 'none', type: '' } }] }],
    [' of a server', { ...labSetup, server: { ...labSetup.server, more: null } }],
    [
      ' of an answer',
      { ...labSetup, server: { preflight: null, response: { ...labReply, toString: null } } },
    ],
  ])('with a property%s too many', (_, described) => {
    expect(setupFromHash(hashOf(labSetup))).toEqual(labSetup);
    expect(setupFromHash(hashOf(described))).toBeNull();
  });

  test('as one of an earlier version', () => {
    const packed = [
      [['client', 'fetch', 'GET', [], 'same-origin', 'cors', 'follow', ['none']]],
      [null, [200, [], null, false, 0]],
      null,
    ];
    const hash = `v1.${base64Url(JSON.stringify(packed))}`;
    expect(setupFromHash(hash)).toBeNull();
    expect(setupFromHash(hash.replace('v1.', 'v2.'))).toBeNull();
    expect(isEarlierHash(`#${hash}`)).toBe(true);
    expect(isEarlierHash(setupToHash(labSetup))).toBe(false);
  });
});

describe('text that is cut within a character', () => {
  test.each<[string, Partial<LabCall>]>([
    ['a method', { method: 'A\ud800' }],
    ['a header’s name', { headers: [{ name: 'X-\udc00', value: '' }] }],
    ['a header’s value', { headers: [{ name: 'X-Lab', value: '\ud83d' }] }],
    ['a media type', { body: { kind: 'blob', type: 'text/\ud83d' } }],
  ])('is refused in a link, as %s', (_, changes) => {
    expect(setupFromHash(hashOf(withCall(changes)))).toBeNull();
  });

  test('is mended before it goes into a link', () => {
    const cut = withCall({ headers: [{ name: 'X-Lab', value: 'a\ud83d' }] });
    expect(setupFromHash(setupToHash(cut))?.calls[0]?.headers[0]?.value).toBe('a\ufffd');
  });
});
