import { HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, noAnswer, problem } from '../../test-support/server';
import {
  closeTabs,
  failureOf,
  gate,
  notLoggedIn,
  openTab,
  renew,
  session,
  sessionOver,
  startSession,
} from '../../test-support/session-server';

beforeEach(startSession);
afterEach(closeTabs);

test('renews the session once for many requests, and repeats each once', async () => {
  const tab = openTab();
  const answers = await Promise.all(Array.from({ length: 20 }, () => tab.get('/api/sessions')));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(session.refreshes).toBe(1);
});

test('repeats a request whole, with its body and the version it changes', async () => {
  const seen: unknown[] = [];
  answer('patch', '/api/posts/1', async ({ request }) => {
    seen.push([request.headers.get('If-Match'), await request.json()]);
    return session.renewed ? HttpResponse.json({}) : notLoggedIn();
  });
  await openTab().patch('/api/posts/1', { body: { title: 'Ä' }, ifMatch: '"1"' });
  expect(seen).toEqual([
    ['"1"', { title: 'Ä' }],
    ['"1"', { title: 'Ä' }],
  ]);
});

test('repeats no second time', async () => {
  session.onRefresh = () => new HttpResponse(null, { status: 204 });
  expect(await failureOf(openTab().get('/api/sessions'))).toMatchObject({ kind: 'problem', status: 401 });
  expect(session.refreshes).toBe(1);
});

test('renews again when a later token runs out', async () => {
  const tab = openTab();
  await tab.get('/api/sessions');
  session.renewed = false;
  await tab.get('/api/sessions');
  expect(session.refreshes).toBe(2);
});

test('asks no more once the session is over, until somebody logs in', async () => {
  session.onRefresh = sessionOver;
  const tab = openTab();
  const failures = await Promise.all([1, 2, 3].map(() => failureOf(tab.get('/api/sessions'))));
  expect(failures).toEqual(failures.map(() => expect.objectContaining({ status: 401 }) as unknown));
  await failureOf(tab.get('/api/sessions'));
  expect(session.refreshes).toBe(1);

  answer('post', '/api/authentication/log-in', () => HttpResponse.json({ id: '1' }));
  await tab.post('/api/authentication/log-in', { body: {} });
  session.onRefresh = renew;
  expect((await tab.get('/api/sessions')).status).toBe(200);
});

test.each([
  ['out of reach', noAnswer, { kind: 'unreachable', reason: 'network' }],
  ['slow', () => new Promise<Response>(() => undefined), { kind: 'unreachable', reason: 'timeout' }],
  ['failing', () => problem(500, 'The server failed.'), { kind: 'problem', status: 500 }],
  ['throttling', () => problem(429, 'Too often.'), { kind: 'problem', status: 429 }],
])('is logged out by no server that is %s, and tries again', async (_, onRefresh, failure) => {
  session.onRefresh = onRefresh;
  const tab = openTab();
  const failures = await Promise.all([1, 2].map(() => failureOf(tab.get('/api/sessions'))));
  expect(failures).toEqual([expect.objectContaining(failure), expect.objectContaining(failure)]);
  expect(session.refreshes).toBe(1);

  session.onRefresh = renew;
  expect((await tab.get('/api/sessions')).status).toBe(200);
});

test('goes on renewing for the others when one gives up', async () => {
  const { opened, open } = gate();
  const begun = gate();
  session.onRefresh = async () => {
    begun.open();
    await opened;
    return renew();
  };
  const tab = openTab();
  const controller = new AbortController();
  const givenUp = failureOf(tab.get('/api/sessions', { signal: controller.signal }));
  const waiting = tab.get('/api/sessions');
  await begun.opened;
  controller.abort();
  expect(await givenUp).toMatchObject({ name: 'AbortError' });
  open();
  expect((await waiting).status).toBe(200);
  expect(session.refreshes).toBe(1);
});

test('renews nothing for a refused login, a visitor, or what is not allowed', async () => {
  answer('post', '/api/authentication/log-in', () => problem(401, 'Wrong.', undefined, 'wrong-credentials'));
  answer('get', '/api/authentication', () => new HttpResponse(null, { status: 204 }));
  answer('get', '/api/posts/1', () => problem(403, 'Not yours.'));
  const tab = openTab();
  await failureOf(tab.post('/api/authentication/log-in', { body: {} }));
  await tab.get('/api/authentication');
  await failureOf(tab.get('/api/posts/1'));
  expect(session.refreshes).toBe(0);
});

test('renews nothing after it has logged out', async () => {
  answer('post', '/api/authentication/log-out', () => new HttpResponse(null, { status: 204 }));
  const tab = openTab();
  await tab.post('/api/authentication/log-out');
  await failureOf(tab.get('/api/sessions'));
  expect(session.refreshes).toBe(0);
});

test('a lock that cannot be had logs nobody out', async () => {
  const tab = openTab({
    request: () => Promise.reject(new DOMException('No locks here.', 'SecurityError')),
  });
  expect((await tab.get('/api/sessions')).status).toBe(200);
  expect(session.refreshes).toBe(1);
});
