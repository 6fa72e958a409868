import { expectNoBarriers } from '../support/barriers';
import { anyBlocked, blockedMessage } from '../support/browser-messages';
import { sightingsOf } from '../support/exchanges';
import { fetchFrom, openSilentPage, withCredentials } from '../support/fetching';
import { newIdentity, newPerson } from '../support/people';
import { accountMenu, logIn } from '../support/steps';
import { expect, test } from '../support/test';

test('without CORS the browser blocks the list of posts', async ({
  page,
  withoutCors,
  messages,
  browserName,
}) => {
  const { client, server } = withoutCors;
  messages.allow(...anyBlocked);
  const sightings = await sightingsOf(server, '/api/posts');

  await page.goto(client.origin);
  await messages.toSay(
    blockedMessage(browserName, 'no Allow-Origin', {
      url: `${server.origin}/api/posts`,
      origin: client.origin,
    }),
  );
  await expect(page.getByRole('alert')).toContainText('The posts couldn’t be loaded');
  await expect(page.getByRole('status').filter({ hasText: 'can’t be reached' })).toContainText(client.origin);
  // The server has answered all the same: it is the browser that keeps the answer.
  await expect
    .poll(() => sightings.all())
    .toContainEqual(expect.objectContaining({ method: 'GET', origin: client.origin }));
});

test('nobody meets a barrier in a list without posts, nor where the list is blocked', async ({
  page,
  withoutCors: { client, server },
  messages,
}) => {
  messages.allow(...anyBlocked);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // On one origin there is nothing to block.
  await page.goto(server.origin);
  await expect(page.getByText('Nothing has been published yet')).toBeVisible();
  await expectNoBarriers(page);
  await page.goto(client.origin);
  await expect(page.getByText('The posts couldn’t be loaded')).toBeVisible();
  await expectNoBarriers(page);
});

test('with the right origin allowed the list of posts loads', async ({
  page,
  playwright,
  withoutCredentials,
}) => {
  const { client, server } = withoutCredentials;
  const { title } = await (await newPerson(playwright.request, server)).publish();
  await openSilentPage(page, client.origin);
  expect(await fetchFrom(page, `${server.origin}/api/posts`)).toEqual({
    status: 200,
    text: expect.stringContaining(title) as unknown,
  });
});

test('without leave for credentials the browser blocks what is sent with them', async ({
  page,
  withoutCredentials: { client, server },
  messages,
  browserName,
}) => {
  messages.allow(...anyBlocked);
  await openSilentPage(page, client.origin);
  expect(await fetchFrom(page, `${server.origin}/api/posts`, withCredentials)).toBe('blocked');
  await messages.toSay(
    blockedMessage(browserName, 'no Allow-Credentials', {
      url: `${server.origin}/api/posts`,
      origin: client.origin,
    }),
  );
});

test('without leave for credentials the browser blocks the login', async ({
  page,
  playwright,
  withoutCredentials: { client, server },
  messages,
  browserName,
}) => {
  messages.allow(...anyBlocked);
  const person = await newPerson(playwright.request, server);
  const sightings = await sightingsOf(server, '/api/authentication/log-in');

  await page.goto(`${client.origin}/log-in`);
  await logIn(page, person);
  await messages.toSay(
    blockedMessage(browserName, 'preflight without Allow-Credentials', {
      url: `${server.origin}/api/authentication/log-in`,
      origin: client.origin,
    }),
  );
  await expect(page.getByRole('form', { name: 'Log in' }).getByRole('alert')).toContainText(
    'The server can’t be reached. Nothing you typed is lost',
  );
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  // The preflight is all that the server ever sees of it.
  await sightings.toBe(['preflight for POST']);
  expect(await page.context().cookies()).toEqual([]);
});

test('with leave for credentials the login works, and later requests carry its cookie', async ({
  page,
  home: { client, server },
  writer,
}) => {
  const sightings = await sightingsOf(server, '/api/posts');
  await page.goto('/log-in');
  await logIn(page, writer);
  await expect(accountMenu(page, writer)).toBeVisible();
  await page.goto('/my-posts');
  await expect(page.getByText('You have published nothing yet')).toBeVisible();

  await expect
    .poll(() => sightings.all().at(-1))
    .toMatchObject({ method: 'GET', status: 200, origin: client.origin, cookieNames: ['preflight'] });
  const [cookie] = await page.context().cookies(server.origin);
  expect(cookie).toMatchObject({ name: 'preflight', httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('a script that forgets its credentials is not logged in', async ({
  page,
  context,
  home: { client, server },
  writer,
}) => {
  const whoAmI = `${server.origin}/api/authentication`;
  await writer.enter(context);
  await openSilentPage(page, client.origin);
  expect(await fetchFrom(page, whoAmI)).toEqual({ status: 204, text: '' });
  expect(await fetchFrom(page, whoAmI, withCredentials)).toMatchObject({ status: 200 });
});

test('a script that forgets its credentials when it logs in is told so, and is not', async ({
  page,
  context,
  home: { client, server },
  writer: { email, password },
}) => {
  await openSilentPage(page, client.origin);
  const answer = await fetchFrom(page, `${server.origin}/api/authentication/log-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(answer).toMatchObject({ status: 200 });
  expect(await context.cookies()).toEqual([]);
  expect(await fetchFrom(page, `${server.origin}/api/authentication`, withCredentials)).toMatchObject({
    status: 204,
  });
});

test('the browser asks first before it sends JSON, and not before it reads', async ({
  page,
  context,
  home: { client, server },
  writer,
}) => {
  await writer.enter(context);
  await openSilentPage(page, client.origin);
  const posts = `${server.origin}/api/posts`;

  const read = await sightingsOf(server, '/api/posts');
  expect(await fetchFrom(page, posts, withCredentials)).toMatchObject({ status: 200 });
  await read.toBe(['GET 200']);

  const written = await sightingsOf(server, '/api/posts');
  const { name: title } = newIdentity();
  const post = {
    ...withCredentials,
    method: 'POST',
    body: JSON.stringify({ title, content: 'Asked first.' }),
  };
  const headers = { 'Content-Type': 'application/json' };
  expect(await fetchFrom(page, posts, { ...post, headers })).toMatchObject({ status: 201 });
  await written.toBe(['preflight for POST', 'POST 201']);
  // A preflight never carries a cookie.
  expect(written.all().map(({ cookieNames }) => cookieNames)).toEqual([[], ['preflight']]);
});
