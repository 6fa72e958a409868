import { HttpResponse } from 'msw';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { address, answer, noAnswer, problem } from '../../test-support/server';
import { ProblemError, UnreachableError } from './api-error';
import { createHttpClient } from './http-client';

const onOutcome = vi.fn<(outcome: 'reached' | 'missed') => void>();
const client = createHttpClient({ address, onOutcome, timeoutMilliseconds: 200 });

afterEach(() => {
  onOutcome.mockReset();
});

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('The call was answered.');
    },
    (error: unknown) => error,
  );
}

describe('a request', () => {
  test('carries credentials, and a type only with a body', async () => {
    const requests: Request[] = [];
    answer('get', '/api/posts', ({ request }) => {
      requests.push(request);
      return HttpResponse.json({});
    });
    answer('post', '/api/posts', async ({ request }) => {
      requests.push(request.clone());
      return HttpResponse.json(await request.json());
    });
    await client.get('/api/posts', { query: { cursor: 'a b', author: null, limit: 20 } });
    const created = await client.post('/api/posts', { body: { title: 'Ä' } });

    expect(requests.map(({ credentials }) => credentials)).toEqual(['include', 'include']);
    expect(requests[0]?.url).toBe(`${address}/api/posts?cursor=a+b&limit=20`);
    expect(requests[0]?.headers.has('Content-Type')).toBe(false);
    expect(requests[1]?.headers.get('Content-Type')).toBe('application/json');
    expect(created.body).toEqual({ title: 'Ä' });
  });

  test('names the version it changes, and hands over the new one', async () => {
    answer('patch', '/api/posts/1', ({ request }) =>
      HttpResponse.json({ was: request.headers.get('If-Match') }, { headers: { ETag: '"2"' } }),
    );
    const changed = await client.patch('/api/posts/1', { body: {}, ifMatch: '"1"' });
    expect(changed).toEqual({ status: 200, body: { was: '"1"' }, etag: '"2"' });
  });

  test.each([202, 204])('needs no body in an answer with status %d', async (status) => {
    answer('post', '/api/authentication/log-out', ({ request }) => {
      expect(request.body).toBeNull();
      return new HttpResponse(null, { status });
    });
    expect((await client.post('/api/authentication/log-out')).body).toBeUndefined();
    expect(onOutcome.mock.calls).toEqual([['reached']]);
  });
});

describe('a refusal', () => {
  test('becomes a problem with its violations, from a server that was reached', async () => {
    answer('post', '/api/posts', () =>
      problem(400, 'Look again.', [{ field: 'title', message: 'Too long.' }]),
    );
    const error = await failureOf(client.post('/api/posts', { body: {} }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      kind: 'problem',
      status: 400,
      type: 'urn:preflight:problem:test',
      detail: 'Look again.',
      violations: [{ field: 'title', message: 'Too long.' }],
    });
    expect(onOutcome.mock.calls).toEqual([['reached']]);
  });

  test.each([
    ['42', 42],
    ['0', 0],
    ['soon', null],
    [new Date(Date.now() + 60_000).toUTCString(), 60],
    [new Date(Date.now() - 60_000).toUTCString(), 0],
  ])('says how long to wait: %s', async (header, seconds) => {
    answer('get', '/api/posts', () => {
      const refusal = problem(429, 'Too often.');
      refusal.headers.set('Retry-After', header);
      return refusal;
    });
    const error = await failureOf(client.get('/api/posts'));
    if (!(error instanceof ProblemError)) throw error;
    // The header has no fractions of a second.
    if (seconds === 60) expect(error.retryAfterSeconds).toBeGreaterThan(55);
    else expect(error.retryAfterSeconds).toBe(seconds);
  });

  test.each([
    ['a page of a proxy', () => HttpResponse.html('<h1>Forbidden</h1>', { status: 403 })],
    ['nothing', () => new HttpResponse(null, { status: 403 })],
    ['JSON of another kind', () => HttpResponse.json(['no'], { status: 403 })],
    ['odd fields', () => HttpResponse.json({ detail: 7, violations: ['no'] }, { status: 403 })],
  ])('that is %s keeps its status', async (_, resolver) => {
    answer('get', '/api/posts', resolver);
    expect(await failureOf(client.get('/api/posts'))).toMatchObject({
      kind: 'problem',
      status: 403,
      detail: '',
      violations: [],
    });
  });
});

describe('a server out of reach', () => {
  test.each([
    ['that does not answer, or whose answer is blocked', noAnswer, 'network'],
    ['behind a proxy', () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 }), 'gateway'],
    ['in whose place something else answers', () => HttpResponse.html('<h1>Hello</h1>'), 'not-the-api'],
  ])('%s is unreachable', async (_, resolver, reason) => {
    answer('get', '/api/posts', resolver);
    const error = await failureOf(client.get('/api/posts'));
    expect(error).toBeInstanceOf(UnreachableError);
    expect(error).toMatchObject({ kind: 'unreachable', reason });
    expect(onOutcome.mock.calls).toEqual([['missed']]);
  });

  test('that takes too long is unreachable', async () => {
    answer('get', '/api/posts', () => new Promise<Response>(() => undefined));
    expect(await failureOf(client.get('/api/posts'))).toMatchObject({
      kind: 'unreachable',
      reason: 'timeout',
    });
  });

  test('is not one whose caller gave up', async () => {
    answer('get', '/api/posts', () => new Promise<Response>(() => undefined));
    const controller = new AbortController();
    const call = failureOf(client.get('/api/posts', { signal: controller.signal }));
    controller.abort();
    expect(await call).toMatchObject({ name: 'AbortError' });
    expect(onOutcome).not.toHaveBeenCalled();
  });

  test('is not one that refuses with a problem of its own', async () => {
    answer('get', '/api/posts', () => problem(503, 'Too many requests wait.'));
    expect(await failureOf(client.get('/api/posts'))).toMatchObject({ kind: 'problem', status: 503 });
  });
});
