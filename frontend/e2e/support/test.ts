import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Client } from './client';
import { createConsoleGuard, type ConsoleGuard } from './console-guard';
import { withDeployment, withStranger, type Deployment } from './deployment';
import { startHostileSite, type HostileSite } from './hostile-site';
import { newAttacker, newPerson, type Person } from './people';
import type { Server } from './server';

interface WorkerFixtures {
  /** As it should be: the client's origin is listed, credentials are allowed. */
  readonly home: Deployment;
  readonly withoutCors: Deployment;
  readonly withoutCredentials: Deployment;
  /** The client and the server on two hosts of one site. */
  readonly otherHost: Deployment;
  /** The client on another site than the server. */
  readonly crossSite: Deployment;
  /** A client that somebody set up to call its server by a name that is not the server's own. */
  readonly misaddressed: Deployment;
  /** A server behind a proxy on this machine, which believes what that says; passwords are soon tried again. */
  readonly proxied: Deployment;
  /** Like `home`, with its Lab switched on. */
  readonly lab: Deployment;
  /** The same in development, where the server repeats what the Lab's page sent. */
  readonly labInDevelopment: Deployment;
  /** Somebody else's site. */
  readonly hostile: HostileSite;
  /** Its owner, who has an account at each server that is attacked. */
  readonly attackerAt: (server: Server) => Promise<Person>;
  /** Somebody with a post at each of them: one for all attacks, as none may change anything. */
  readonly victimAt: (server: Server) => Promise<Person & { readonly postId: string }>;
  /** A server that takes the hostile site for one of its clients. */
  readonly gullible: Deployment;
  /** Like `home`, for tests that stop its server and start it again. */
  readonly fragile: Deployment;
  /** Another client of `home`, whose origin is not listed. */
  readonly stranger: Client;
}

interface TestFixtures {
  readonly messages: ConsoleGuard;
  /** A new account at `home`. */
  readonly writer: Person;
  readonly newWriter: () => Promise<Person>;
  /** A page in a browser of its own, without the cookies of the others. */
  readonly newReader: (options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  home: [async ({}, use) => withDeployment({}, use), { scope: 'worker', timeout: 90_000 }],
  withoutCors: [
    async ({}, use) => withDeployment({ yaml: 'micronaut.server.cors.enabled: false' }, use),
    { scope: 'worker', timeout: 90_000 },
  ],
  withoutCredentials: [
    async ({}, use) =>
      withDeployment({ yaml: 'micronaut.server.cors.configurations.client.allow-credentials: false' }, use),
    { scope: 'worker', timeout: 90_000 },
  ],
  otherHost: [
    async ({}, use) =>
      withDeployment({ clientHost: 'app.preflight.localhost', serverHost: 'api.preflight.localhost' }, use),
    { scope: 'worker', timeout: 90_000 },
  ],
  crossSite: [
    async ({}, use) =>
      withDeployment({ clientHost: '127.0.0.1', environment: { PREFLIGHT_COOKIE_SAME_SITE: 'None' } }, use),
    { scope: 'worker', timeout: 90_000 },
  ],
  misaddressed: [
    async ({}, use) => withDeployment({ calledHost: '127.0.0.1' }, use),
    { scope: 'worker', timeout: 90_000 },
  ],
  proxied: [
    async ({}, use) =>
      withDeployment(
        {
          environment: { PREFLIGHT_TRUSTED_PROXIES: '127.0.0.1,::1' },
          yaml: 'preflight.throttling.budgets.log-in-account-and-network: {burst: 2, refill: 4s}',
        },
        use,
      ),
    { scope: 'worker', timeout: 90_000 },
  ],
  lab: [
    async ({}, use) => withDeployment({ environment: { PREFLIGHT_LAB_ENABLED: 'true' } }, use),
    { scope: 'worker', timeout: 90_000 },
  ],
  labInDevelopment: [
    async ({}, use) =>
      withDeployment(
        {
          environment: { PREFLIGHT_LAB_ENABLED: 'true', MICRONAUT_ENVIRONMENTS: 'dev' },
          // Its access log is read, not looked at.
          yaml: 'logger.config: logback.xml',
        },
        use,
      ),
    { scope: 'worker', timeout: 90_000 },
  ],
  hostile: [
    async ({}, use) => {
      const site = await startHostileSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  attackerAt: [
    async ({ playwright }, use) => withOneEach((server) => newAttacker(playwright.request, server), use),
    { scope: 'worker' },
  ],
  victimAt: [
    async ({ playwright }, use) =>
      withOneEach(async (server) => {
        const person = await newPerson(playwright.request, server);
        return { ...person, postId: (await person.publish()).id };
      }, use),
    { scope: 'worker' },
  ],
  gullible: [
    async ({ hostile }, use) => withDeployment({ alsoListed: [hostile.sameSite] }, use),
    { scope: 'worker', timeout: 90_000 },
  ],
  fragile: [async ({}, use) => withDeployment({}, use), { scope: 'worker', timeout: 90_000 }],
  stranger: [async ({ home }, use) => withStranger(home.server, use), { scope: 'worker' }],

  baseURL: async ({ home }, use) => {
    await use(home.client.origin);
  },
  messages: async ({}, use) => {
    await use(createConsoleGuard());
  },
  context: async ({ context, messages }, use) => {
    messages.watch(context);
    await use(context);
    messages.check();
  },
  newReader: async ({ browser, messages, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...options, ...(baseURL === undefined ? {} : { baseURL }) });
      contexts.push(context);
      messages.watch(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    messages.check();
  },
  newWriter: async ({ playwright, home }, use) => {
    const people: Person[] = [];
    await use(async () => {
      const person = await newPerson(playwright.request, home.server);
      people.push(person);
      return person;
    });
    await Promise.all(people.map(({ api }) => api.dispose()));
  },
  writer: async ({ newWriter }, use) => {
    await use(await newWriter());
  },
});

/** Makes a person at each server that somebody asks for one at. */
async function withOneEach<P extends Person>(
  make: (server: Server) => Promise<P>,
  use: (personAt: (server: Server) => Promise<P>) => Promise<void>,
): Promise<void> {
  const people = new Map<Server, Promise<P>>();
  await use((server) => {
    const person = people.get(server) ?? make(server);
    people.set(server, person);
    return person;
  });
  for (const person of people.values()) await (await person).api.dispose();
}

export { expect } from '@playwright/test';
