import type { Cookie, Page } from '@playwright/test';
import { expectNoBarriers } from './support/barriers';
import { anyRejectedCookie, refused } from './support/browser-messages';
import { sightingsOf } from './support/exchanges';
import { fetchFrom, withCredentials } from './support/fetching';
import { newIdentity } from './support/people';
import type { Server } from './support/server';
import { accountMenu, choose, expectPage, logIn, logOut, publish, register } from './support/steps';
import { expect, test } from './support/test';

/** Where a client and its server are, and what the browser has to store so that they share a login. */
interface Shape {
  readonly client: string;
  readonly server: Server;
  readonly cookie: Partial<Cookie>;
}

/** What someone does with any deployment, by the client's forms alone. */
async function useIt(page: Page, { client, server, cookie }: Shape): Promise<void> {
  const person = newIdentity();
  const browser = page.context();

  await page.goto(`${client}/register`);
  await register(page, person);
  await expect(accountMenu(page, person)).toBeVisible();
  await page.reload();
  await expect(accountMenu(page, person)).toBeVisible();
  await logOut(page, person);
  expect(await browser.cookies(), 'cookies after the logout').toEqual([]);

  await page.getByRole('link', { name: 'Log in' }).click();
  await logIn(page, person);
  await expect(accountMenu(page, person)).toBeVisible();
  const stored = await browser.cookies();
  expect(stored.map(({ name, path }) => [name, path]).sort()).toEqual([
    ['preflight', '/'],
    ['preflight-refresh', '/api/authentication'],
  ]);
  for (const each of stored) {
    expect(each, each.name).toMatchObject({ httpOnly: true, ...cookie });
    expect(each.partitionKey, each.name).toBe(cookie.partitionKey);
  }
  expect(await page.evaluate(() => document.cookie), 'what a script sees of them').toBe('');
  await page.reload();
  await expect(accountMenu(page, person)).toBeVisible();

  const sightings = await sightingsOf(server, '/api/posts');
  const title = `Published by ${person.name}`;
  await publish(page, title);
  await expect
    .poll(() => sightings.all().filter(({ method }) => method === 'POST'))
    .toEqual([expect.objectContaining({ status: 201, origin: client, cookieNames: ['preflight'] })]);

  // After ten minutes the browser drops the access token: the next step renews the session.
  const renewals = await sightingsOf(server, '/api/authentication/refresh');
  await browser.clearCookies({ name: 'preflight' });
  await choose(page, person, 'Devices');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await renewals.toBe(['POST 204']);
  expect(renewals.all()[0]?.cookieNames).toEqual(['preflight-refresh']);
  const renewed = await browser.cookies();
  expect(renewed.map(({ name }) => name).sort()).toEqual(['preflight', 'preflight-refresh']);
  for (const each of renewed) {
    expect(stored.map(({ value }) => value)).not.toContain(each.value);
    expect(each, each.name).toMatchObject({ httpOnly: true, ...cookie });
  }

  await logOut(page, person);
  // Whoever kept a copy of the cookies has nothing in hand.
  await browser.addCookies(renewed);
  const whoAmI = await fetchFrom(page, `${server.origin}/api/authentication`, withCredentials);
  expect(whoAmI).toMatchObject({ status: 401 });
  await page.goto(`${client}/my-posts`);
  await expectPage(page, 'Log in');
}

test.beforeEach(({ messages }) => {
  messages.allow(refused(401));
});

test('on one origin, served by the jar alone, someone registers, writes, and logs out for good', async ({
  page,
  home: { server },
}) => {
  const cookie = { domain: 'localhost', sameSite: 'Lax', secure: false } as const;
  await useIt(page, { client: server.origin, server, cookie });
});

test('on two ports of one host someone registers, writes, and logs out for good', async ({
  page,
  home: { client, server },
}) => {
  const cookie = { domain: 'localhost', sameSite: 'Lax', secure: false } as const;
  await useIt(page, { client: client.origin, server, cookie });
});

test('on two hosts of one site someone registers, writes, and logs out for good', async ({
  page,
  otherHost: { client, server },
}) => {
  const cookie = { domain: 'api.preflight.localhost', sameSite: 'Lax', secure: false } as const;
  await useIt(page, { client: client.origin, server, cookie });
});

test(
  'on two sites someone registers, writes, and logs out for good',
  { tag: '@secure-cookie' },
  async ({ page, crossSite: { client, server }, browserName }) => {
    // Of Firefox's cookies Playwright does not tell it.
    const partition = browserName === 'firefox' ? {} : { partitionKey: 'http://127.0.0.1' };
    const cookie = { domain: 'localhost', sameSite: 'None', secure: true, ...partition } as const;
    await useIt(page, { client: client.origin, server, cookie });
  },
);

test('someone whose cookie does not come back is told why, and which variable to set', async ({
  page,
  misaddressed: { client, server },
  messages,
}) => {
  messages.allow(...anyRejectedCookie);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const person = newIdentity();
  const registrations = await sightingsOf(server, '/api/authentication/register');
  await page.goto(`${client.origin}/register`);
  await register(page, person);
  const notice = page.getByRole('region', { name: 'The cookie did not come back' });
  await expect(notice).toBeFocused();
  const called = server.origin.replace('localhost', '127.0.0.1');
  await expect(notice).toContainText(`calls the server at ${called}`);
  await expect(notice).toContainText(`the server’s own address is ${server.origin}`);
  await expect(notice).toContainText(`PREFLIGHT_PUBLIC_URL=${called}`);
  await expect(accountMenu(page, person)).toHaveCount(0);
  // The server accepted it and sent cookies; it is the browser that keeps none.
  await registrations.toBe(['preflight for POST', 'POST 201']);
  expect(await page.context().cookies()).toEqual([]);

  await page.goto(`${client.origin}/log-in`);
  await logIn(page, person);
  await expect(notice).toBeVisible();
  await expectNoBarriers(page);
});
