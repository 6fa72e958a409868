import { afterEach, expect, test, vi } from 'vitest';
import { formOf } from '../../../../test-support/lab-forms';
import { request } from '../../../../test-support/run-samples';
import { createApi } from '../../../api/api';
import type { Exchange, RunRequest } from '../../../api/generated/types.gen';
import type { HttpClient } from '../../../api/http-client';
import { standardEngine } from '../standard/engine';
import { conductRun, type Bench } from './conduct';
import { Initiators } from './initiators';
import { formSent } from './observation';
import type { Setup } from './setup';

const delayMillis = 5_000;
const origin = 'http://localhost:4000';

/** A form, sent twice to a server that takes its time to answer with a cookie. */
const setup: Setup = {
  calls: [formOf('another-port'), formOf('another-port')],
  server: {
    preflight: null,
    response: {
      status: 200,
      headers: [],
      cookie: { sameSite: 'Lax', secure: false, partitioned: false },
      redirects: false,
      delayMillis,
    },
  },
  redirectTarget: null,
};

/** Each form takes a while to be sent, and its cookie is in the browser once it has been answered. */
function lateBench(untilSent: number): Bench {
  const exchanges: Exchange[] = [];
  const stored: string[] = [];
  let cookieName = '';

  class Forms extends Initiators {
    override call() {
      setTimeout(() => {
        const number = exchanges.length + 1;
        exchanges.push(request({ number, method: 'POST', origin, cookieNames: [...stored] }));
        setTimeout(() => stored.push(cookieName), delayMillis);
      }, untilSent);
      return Promise.resolve(formSent);
    }
  }

  const answer = (body: unknown) => Promise.resolve({ status: 200, body: body as never, etag: null });
  const client: HttpClient = {
    get: () => answer({ exchanges: [...exchanges] }),
    post: (_, options) => {
      cookieName = (options?.body as RunRequest).response.cookie?.name ?? '';
      return answer({ id: 'one', path: '/runs/one' });
    },
    patch: () => Promise.reject(new Error('Nothing is changed in a run.')),
    delete: () => answer(null),
  };
  const pages = [{ name: 'another-port' as const, url: `${origin}/` }];
  return {
    api: { ...createApi('http://localhost:8080'), client },
    pages,
    initiators: new Forms(pages),
    engine: standardEngine,
    pageOrigin: window.location.origin,
  };
}

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['at once', 0],
  ['after nine seconds', 9_000],
])('a form that is sent %s is waited for, and so is the cookie in its answer', async (_, untilSent) => {
  vi.useFakeTimers();
  const run = conductRun(setup, lateBench(untilSent));
  await vi.advanceTimersByTimeAsync(60_000);
  const { calls } = await run;
  expect(calls.map(({ recorded }) => recorded.map(({ cookieNames }) => cookieNames.length))).toEqual([
    [0],
    [1],
  ]);
  expect(calls.flatMap(({ disagreements }) => disagreements)).toEqual([]);
});
