import { refused } from '../support/browser-messages';
import { sightingsOf } from '../support/exchanges';
import { accountMenu, choose, expectPage, logOut } from '../support/steps';
import { expect, test } from '../support/test';

test.beforeEach(async ({ context, writer, messages }) => {
  messages.allow(refused(401));
  await writer.enter(context);
});

test('many tabs whose session has to be renewed at once renew it together, and none is logged out', async ({
  page,
  context,
  home: { server },
  writer,
}) => {
  const tabs = [page];
  while (tabs.length < 6) tabs.push(await context.newPage());
  for (const tab of tabs) {
    await tab.goto('/my-posts');
    await expectPage(tab, 'My posts');
  }

  const sightings = await sightingsOf(server, '/api/authentication/refresh');
  await context.clearCookies({ name: 'preflight' });
  await Promise.all(tabs.map((tab) => tab.reload()));
  for (const tab of tabs) {
    await expectPage(tab, 'My posts');
    await expect(accountMenu(tab, writer)).toBeVisible();
  }
  await sightings.toBe(['POST 204']);

  // Also where nothing is loaded anew.
  await context.clearCookies({ name: 'preflight' });
  await Promise.all(tabs.map((tab) => choose(tab, writer, 'Devices')));
  for (const tab of tabs) {
    await expectPage(tab, 'Devices');
    await expect(tab.getByRole('main').getByRole('listitem')).toHaveCount(1);
  }
  await sightings.toBe(['POST 204', 'POST 204']);
});

test('whoever has lost the refresh token, too, is logged out and told so', async ({
  page,
  context,
  writer,
}) => {
  await page.goto('/');
  await expect(accountMenu(page, writer)).toBeVisible();
  await context.clearCookies();
  await choose(page, writer, 'Devices');
  await expect(page.getByRole('main').getByRole('link', { name: 'Log in' })).toBeVisible();
});

test('a logout in one tab logs the others out, also where nobody looks', async ({
  page,
  context,
  writer,
}) => {
  await page.goto('/devices');
  await expectPage(page, 'Devices');
  const other = await context.newPage();
  await other.goto('/');
  await logOut(other, writer);
  await expect(page.getByText('You are logged out, by another tab.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(0);
  await expect(accountMenu(page, writer)).toHaveCount(0);
});
