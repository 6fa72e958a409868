import { expect, test } from 'vitest';
import { isAtHome } from './outbox-queries';

test.each([
  ['http://localhost:8080', true],
  ['http://api.preflight.localhost:8080', true],
  ['http://127.0.0.1:8080', true],
  ['http://[::1]:8080', true],
  ['https://api.example.com', false],
  ['https://localhost.example.com', false],
  ['https://notlocalhost', false],
])('%s is at home: %s', (origin, expected) => {
  expect(isAtHome(origin)).toBe(expected);
});
