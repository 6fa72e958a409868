import { expect, test } from 'vitest';
import { findCookieObstacles } from './cookie-obstacle';
import type { Deployment } from './generated/types.gen';

function deployment(
  publicOrigin: string,
  relation: Deployment['relation'],
  sameSite: Deployment['cookies']['sameSite'],
  secure: boolean,
): Deployment {
  const partitioned = sameSite === 'None';
  return {
    publicOrigin,
    pageOrigin: null,
    relation,
    allowed: true,
    cookies: { sameSite, secure, partitioned },
  };
}

function kinds(page: string, api: string, answer: Deployment | null): string[] {
  return findCookieObstacles(page, api, answer).map(({ kind }) => kind);
}

const home = 'http://localhost:8080';

test('finds that the client calls the server by another name than its own', () => {
  const answer = deployment(home, 'same-site', 'Lax', false);
  expect(findCookieObstacles('http://localhost:5173', 'http://127.0.0.1:8080', answer)).toEqual([
    { kind: 'other-address', called: 'http://127.0.0.1:8080', publicOrigin: home },
  ]);
  expect(kinds('https://a.example', 'https://a.example', answer)).toEqual(['other-address']);
  expect(kinds('http://localhost:8080', 'https://localhost:8080', answer)).toEqual(['other-address']);
});

test('takes no other port for another name', () => {
  const answer = deployment(home, 'same-origin', 'Lax', false);
  expect(kinds('http://localhost:8081', 'http://localhost:8081', answer)).toEqual(['blocked']);
});

test.each(['Lax', 'Strict'] as const)(
  'finds that %s keeps the cookie from travelling between two sites',
  (sameSite) => {
    const [page, api] = ['https://app.example', 'https://api.test'];
    expect(findCookieObstacles(page, api, deployment(api, 'cross-site', sameSite, true))).toEqual([
      { kind: 'same-site', page, api, sameSite },
    ]);
  },
);

test('finds the browser that keeps cookies of other sites out', () => {
  const answer = deployment('https://api.test', 'cross-site', 'None', true);
  expect(kinds('https://app.example', 'https://api.test', answer)).toEqual(['third-party']);
});

test('finds Secure cookies over plain http, and what else it may be on two sites', () => {
  expect(kinds('http://localhost:5173', home, deployment(home, 'same-site', 'None', true))).toEqual([
    'secure-over-http',
  ]);
  expect(kinds('http://127.0.0.1:5173', home, deployment(home, 'cross-site', 'None', true))).toEqual([
    'secure-over-http',
    'third-party',
  ]);
});

test('is left with a browser that blocks cookies where the deployment is in order, or says nothing', () => {
  const answer = deployment('https://app.example', 'unknown', 'Lax', true);
  expect(kinds('https://app.example', 'https://app.example', answer)).toEqual(['blocked']);
  expect(kinds('http://localhost:5173', home, deployment(home, 'same-site', 'Lax', false))).toEqual([
    'blocked',
  ]);
  expect(kinds('http://localhost:5173', home, null)).toEqual(['blocked']);
});
