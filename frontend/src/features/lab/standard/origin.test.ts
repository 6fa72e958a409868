import { expect, test } from 'vitest';
import { compareOrigins, originOf, serializedOriginOf, type Origin } from './origin';
import { compareSites, registrableDomainOf, siteOf } from './site';
import { reasonOf } from './trace';

function origin(text: string): Origin {
  return originOf(text) ?? expect.unreachable();
}

const opaque = 'tuple-origins';

test.each([
  ['http://localhost:5173', 'http://localhost:5173/path', undefined, undefined],
  ['https://example.com', 'https://EXAMPLE.com:443', undefined, undefined],
  ['http://localhost:5173', 'http://localhost:8080', 'same-port', undefined],
  ['http://localhost:5173', 'https://localhost:5173', 'same-scheme', 'same-scheme'],
  ['http://localhost:5173', 'http://127.0.0.1:5173', 'same-host', 'same-registrable-domain'],
  ['http://localhost', 'http://a.localhost', 'same-host', 'same-registrable-domain'],
  ['http://a.localhost', 'http://b.a.localhost', 'same-host', undefined],
  ['http://a.localhost', 'http://b.localhost', 'same-host', 'same-registrable-domain'],
  ['http://127.0.0.1', 'http://127.0.0.2', 'same-host', 'same-registrable-domain'],
  ['http://1.2.3.4', 'http://5.6.3.4', 'same-host', 'same-registrable-domain'],
  ['http://[::1]:1', 'http://[::1]:2', 'same-port', undefined],
  ['https://app.example.com', 'https://api.example.com', 'same-host', undefined],
  ['https://example.com', 'https://example.org', 'same-host', 'same-registrable-domain'],
  ['https://a.co.uk', 'https://b.co.uk', 'same-host', 'same-registrable-domain'],
  ['https://ada.github.io', 'https://bob.github.io', 'same-host', 'same-registrable-domain'],
  ['https://github.io', 'https://github.io:444', 'same-port', undefined],
  ['https://bücher.example', 'https://xn--bcher-kva.example', undefined, undefined],
  ['https://example.com', 'https://example.com.', 'same-host', 'same-registrable-domain'],
  ['null', 'null', opaque, opaque],
  ['http://localhost', 'null', opaque, opaque],
  ['data:text/html,x', 'http://localhost', opaque, opaque],
  ['blob:http://localhost/1', 'http://localhost', undefined, undefined],
])('compares %s and %s', (one, other, differentOrigin, differentSite) => {
  expect(reasonOf(compareOrigins(origin(one), origin(other)).trace)?.rule).toBe(differentOrigin);
  expect(reasonOf(compareSites(origin(one), origin(other)).trace)?.rule).toBe(differentSite);
});

test.each([
  ['HTTPS://Example.COM:443/a?b#c', 'https://example.com'],
  ['http://user@localhost:80', 'http://localhost'],
  ['file:///tmp', 'null'],
  ['no address', 'null'],
])('serialises the origin of %s', (text, serialised) => {
  expect(serializedOriginOf(text)).toBe(serialised);
});

test.each([
  ['www.example.co.uk', 'example.co.uk'],
  ['co.uk', null],
  ['localhost', null],
  ['[::1]', null],
  ['192.168.0.1', null],
  ['deep.ada.github.io', 'ada.github.io'],
  ['www.example.com.', 'example.com.'],
])('finds what was registered of %s', (host, domain) => {
  expect(registrableDomainOf(host)).toBe(domain);
});

test('writes a site with its scheme and without its port', () => {
  expect(siteOf('https://www.example.com:444/a')).toBe('https://example.com');
  expect(siteOf('http://localhost:5173')).toBe('http://localhost');
  expect(siteOf('null')).toBe('null');
});
