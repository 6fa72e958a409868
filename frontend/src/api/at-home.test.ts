import { expect, test } from 'vitest';
import { isAtHome } from './at-home';

test.each([
  ['http://localhost:8080', true],
  ['http://api.preflight.localhost:8080', true],
  ['http://localhost.:8080', true],
  ['http://127.0.0.1:8080', true],
  ['http://[::1]:8080', true],
  ['https://api.example.com', false],
  ['https://localhost.example.com', false],
  ['https://notlocalhost', false],
  ['https://127.0.0.1.example.com', false],
  ['https://a127.0.0.1', false],
])('%s is at home: %s', (origin, expected) => {
  expect(isAtHome(origin)).toBe(expected);
});
