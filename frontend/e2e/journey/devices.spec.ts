import type { Page } from '@playwright/test';
import { refused } from '../support/browser-messages';
import { newIdentity } from '../support/people';
import { accountMenu, choose, expectPage, logIn, register } from '../support/steps';
import { expect, test } from '../support/test';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

test.beforeEach(({ messages }) => {
  messages.allow(refused(401));
});

async function expectLoggedOut(page: Page, person: { readonly name: string }): Promise<void> {
  await choose(page, person, 'Devices');
  await expect(page.getByRole('main').getByRole('link', { name: 'Log in' })).toBeVisible();
  await expect(accountMenu(page, person)).toHaveCount(0);
}

test('someone sees where they are logged in and logs one device out, which notices at its next step', async ({
  newReader,
}) => {
  const person = newIdentity();
  const desk = await newReader({ userAgent: firefox });
  await desk.goto('/register');
  await register(desk, person);
  await expect(accountMenu(desk, person)).toBeVisible();
  const phone = await newReader({ userAgent: safari });
  await phone.goto('/log-in');
  await logIn(phone, person);
  await expect(accountMenu(phone, person)).toBeVisible();

  await choose(desk, person, 'Devices');
  await expectPage(desk, 'Devices');
  const devices = desk.getByRole('main').getByRole('listitem');
  await expect(devices).toHaveCount(2);
  const own = devices.filter({ hasText: 'Firefox 140 on Windows' });
  const other = devices.filter({ hasText: 'Safari 18 on iPhone' });
  await expect(own).toContainText('This device');
  await expect(other).not.toContainText('This device');
  for (const device of [own, other]) await expect(device).toContainText(/Address\s*(?:127\.0\.0\.1|::1)/);

  await desk.getByRole('button', { name: 'Log out Safari 18 on iPhone' }).click();
  const question = desk.getByRole('dialog', { name: 'Log this device out?' });
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(devices).toHaveCount(2);
  await desk.getByRole('button', { name: 'Log out Safari 18 on iPhone' }).click();
  await question.getByRole('button', { name: 'Log it out' }).click();
  await expect(desk.getByText('Safari 18 on iPhone is logged out.')).toBeVisible();
  await expect(devices).toHaveCount(1);
  await expect(desk.getByText('You are logged in nowhere else.')).toBeVisible();

  await expectLoggedOut(phone, person);
  await desk.reload();
  await expect(accountMenu(desk, person)).toBeVisible();
});

test('someone logs all other devices out and stays logged in', async ({ newReader, writer }) => {
  const pages = [await newReader(), await newReader(), await newReader()];
  for (const page of pages) {
    await page.goto('/log-in');
    await logIn(page, writer);
    await expect(accountMenu(page, writer)).toBeVisible();
  }
  const [own, ...others] = pages as [Page, Page, Page];

  await choose(own, writer, 'Devices');
  // With the one that registered without a browser.
  await expect(own.getByRole('main').getByRole('listitem')).toHaveCount(4);
  await own.getByRole('button', { name: 'Log out all other devices' }).click();
  await own
    .getByRole('dialog', { name: 'Log all other devices out?' })
    .getByRole('button', { name: 'Log them out' })
    .click();
  await expect(own.getByText('All other devices are logged out.')).toBeVisible();
  await expect(own.getByRole('main').getByRole('listitem')).toHaveCount(1);

  for (const other of others) await expectLoggedOut(other, writer);
  expect((await writer.api.get('/api/sessions')).status()).toBe(401);
  await own.reload();
  await expectPage(own, 'Devices');
});

test('someone logs this device out from the list', async ({ page, context, writer }) => {
  await writer.enter(context);
  await page.goto('/devices');
  await page.getByRole('button', { name: 'Log out this device' }).click();
  await expect(page.getByText('You are logged out.')).toBeVisible();
  await expect(page).toHaveURL('/');
  expect((await writer.api.get('/api/sessions')).status()).toBe(401);
});
