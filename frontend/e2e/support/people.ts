import {
  expect,
  type APIRequestContext,
  type BrowserContext,
  type PlaywrightWorkerArgs,
} from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { Server } from './server';

export interface NewPost {
  readonly title: string;
  readonly content: string;
  readonly tags?: readonly string[];
}

export interface PublishedPost extends Required<NewPost> {
  readonly id: string;
  readonly slug: string;
}

/** Someone with an account of their own, and a way past the client to the server. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly api: APIRequestContext;
  readonly publish: (post?: Partial<NewPost>) => Promise<PublishedPost>;
  /** Logs a browser in without its forms. */
  readonly enter: (browser: BrowserContext) => Promise<void>;
}

/** What to type to register; nobody has it yet. */
export function newIdentity() {
  const id = randomUUID().slice(0, 8);
  return { name: `Ada ${id}`, email: `ada-${id}@example.com`, password: `a quiet ${id} morning` };
}

type Requests = PlaywrightWorkerArgs['playwright']['request'];

/** Someone whose password has a `=` in it, so that a form in `text/plain` can spell a login in JSON. */
export function newAttacker(request: Requests, server: Server): Promise<Person> {
  const identity = newIdentity();
  return newPerson(request, server, { ...identity, password: `${identity.password} = mine` });
}

/** @param server where the account is made, over HTTP */
export async function newPerson(
  request: Requests,
  server: Server,
  identity = newIdentity(),
): Promise<Person> {
  const api = await request.newContext({
    baseURL: server.origin,
    extraHTTPHeaders: { Origin: server.origin },
  });
  const registered = await api.post('/api/authentication/register', { data: identity });
  expect(registered.status(), await registered.text()).toBe(201);

  return {
    ...identity,
    api,
    publish: async (post = {}) => {
      const title = post.title ?? `Notes ${randomUUID().slice(0, 8)}`;
      const data = { content: `What there is to say about ${title}.`, tags: [], ...post, title };
      const answer = await api.post('/api/posts', { data });
      expect(answer.status(), await answer.text()).toBe(201);
      return (await answer.json()) as PublishedPost;
    },
    enter: async (browser) => {
      await browser.addCookies((await api.storageState()).cookies);
    },
  };
}

/** Logs someone in on one more device. */
export async function logInElsewhere({ api, email, password }: Person): Promise<void> {
  // Without the cookies of the first one, which this login would end.
  const headers = { Cookie: '' };
  const answer = await api.post('/api/authentication/log-in', { data: { email, password }, headers });
  expect(answer.status(), await answer.text()).toBe(200);
}
