import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

/** Answers instead of the API, at the network: nothing of the client is replaced. Each test says what it answers. */
export const server = setupServer();

export const address = 'http://api.test';

type Resolver = Parameters<typeof http.get>[1];

/** Sets the answer to one call; a later one for the same call comes first. */
export function answer(method: 'get' | 'post' | 'patch' | 'delete', path: string, resolver: Resolver): void {
  server.use(http[method](address + path, resolver));
}

export function problem(
  status: number,
  detail: string,
  violations?: readonly { field: string; message: string }[],
  slug = 'test',
): Response {
  return HttpResponse.json(
    {
      type: `urn:preflight:problem:${slug}`,
      title: 'Refused',
      status,
      detail,
      ...(violations && { violations }),
    },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

/** What too many attempts get; the reader is to wait so long. */
export function tooManyAttempts(retryAfterSeconds: number): Response {
  const refusal = problem(429, 'Too many attempts.', undefined, 'too-many-attempts');
  refusal.headers.set('Retry-After', String(retryAfterSeconds));
  return refusal;
}

/** What a page gets from a server that is down, and from one that does not admit it. */
export function noAnswer(): Response {
  return HttpResponse.error();
}
