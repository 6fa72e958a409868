import type { Page } from '@playwright/test';
import { anyUnreachable, refused } from '../support/browser-messages';
import { newPerson, type Person } from '../support/people';
import { accountMenu, expectPage } from '../support/steps';
import { expect, test } from '../support/test';

test.use({ baseURL: ({ fragile }, use) => use(fragile.client.origin) });

// A server that starts takes its time on a busy machine.
test.describe.configure({ timeout: 60_000 });
const recovery = { timeout: 20_000 };

let author: Person;

test.beforeEach(async ({ playwright, fragile, context, messages }) => {
  messages.allow(...anyUnreachable);
  author = await newPerson(playwright.request, fragile.server);
  await author.enter(context);
});

/** The reader looks at this tab again, which is a reason to try the server at once. */
async function comeBackTo(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

test('a reader keeps the page when the server stops, and it recovers by itself', async ({
  page,
  fragile,
}) => {
  const { title } = await author.publish();
  const banner = page.getByText(`The server at ${fragile.server.origin} can’t be reached.`);
  await page.goto('/');
  await page.getByRole('link', { name: title, exact: true }).click();
  await expectPage(page, title);

  await fragile.server.stop();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(banner).toBeVisible();
  await expect(page.getByText('Nothing you typed is lost')).toBeVisible();
  await page.getByRole('link', { name: 'Preflight, all posts' }).click();
  // Neither the posts nor the login are gone.
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await expect(accountMenu(page, author)).toBeVisible();

  await fragile.server.start();
  await expect(page.getByText('The server answers again.')).toBeVisible(recovery);
  await expect(banner).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await expect(accountMenu(page, author)).toBeVisible();
});

test('an author who publishes while the server is down loses nothing', async ({ page, fragile }) => {
  await page.goto('/write');
  await page.getByLabel('Title').fill('Against the storm');
  await page.getByRole('textbox', { name: 'Text' }).fill('Still here.');
  await fragile.server.stop();
  await page.getByRole('button', { name: 'Publish' }).click();
  // Beside it the preview may say that it failed, too.
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing you typed is lost' })).toBeVisible();

  await fragile.server.start();
  await comeBackTo(page);
  await expect(page.getByText('The server answers again.')).toBeVisible(recovery);
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('Still here.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expectPage(page, 'Against the storm');
});

test('a reader who comes while the server is down sees why, and then the page', async ({
  page,
  fragile,
  messages,
}) => {
  messages.allow(refused(401));
  await author.publish();
  await fragile.server.stop();
  await page.goto('/my-posts');
  await expect(page.getByText('Who you are isn’t known right now')).toBeVisible();
  await expect(page.getByText('You have not been logged out')).toBeVisible();

  await fragile.server.start();
  await comeBackTo(page);
  await expect(page.getByText('The server answers again.')).toBeVisible(recovery);
  await expectPage(page, 'My posts');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
});
