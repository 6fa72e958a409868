import { expect, test } from 'vitest';
import { engineOf } from '../standard/engine';
import { requestsFor } from './trial';

const own = 'http://localhost:8080';

test.each([
  ['GET', 'https://evil.example', ''],
  ['HEAD', 'https://evil.example', ''],
  ['POST', 'https://evil.example', 'application/x-www-form-urlencoded'],
  ['PUT', own, 'application/json'],
])('asks no preflight for %s of %s with a body of “%s”', (method, origin, contentType) => {
  const trial = { origin, method, contentType, carriesSession: false };
  const requests = requestsFor(trial, own, engineOf(''));
  expect(requests.map((request) => request.method)).toEqual([method]);
});
