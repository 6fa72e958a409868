import { expect, test } from 'vitest';
import { logInPath, readReturnPath, withReturnPath } from './return-path';

function returnPathFrom(address: string): string {
  return readReturnPath(new URLSearchParams(address.slice(address.indexOf('?'))));
}

test('leads back to where the reader wanted to go', () => {
  expect(returnPathFrom(logInPath('/posts/1/edit?tab=preview#end'))).toBe('/posts/1/edit?tab=preview#end');
  expect(logInPath('/')).toBe('/log-in');
  expect(returnPathFrom('/log-in')).toBe('/log-in'.slice(0, 1));
});

test('carries the way back over to another page', () => {
  const search = new URLSearchParams({ next: '/write' });
  expect(returnPathFrom(withReturnPath('/register', search))).toBe('/write');
  expect(withReturnPath('/register', new URLSearchParams())).toBe('/register');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/.//evil.example/',
  'javascript:alert(1)',
  'write',
  '',
])('leads nowhere else: %j', (next) => {
  expect(readReturnPath(new URLSearchParams({ next }))).toBe('/');
});
