import { setupPath } from '../../src/features/lab/exports/setup-link';
import { answeredForms, formOf } from '../../test-support/lab-forms';
import { anyFormAnswer, anyRejectedCookie } from '../support/browser-messages';
import { expect, test } from '../support/test';

test.beforeEach(({ messages }) => {
  messages.allow(...anyFormAnswer, ...anyRejectedCookie);
});

test('two runs at a time keep out of each other’s window', async ({ page, lab }) => {
  await page.goto(`${lab.client.origin}/lab`);
  const articles = ['same-site-cookie', 'cross-site-cookie'].map((id) => page.locator(`#${id}`));
  for (const article of articles) await article.getByRole('button', { name: 'Run it' }).click();
  for (const article of articles) await expect(article.getByText('All three agree')).toHaveCount(2);
});

// The page that the server itself offers has an opener policy, which could part it from its window.
test('a run leads its window from page to page, also where the Lab’s has an opener policy', async ({
  page,
  lab,
}) => {
  const calls = (['another-port', 'client', 'another-site', 'subdomain'] as const).map(formOf);
  await page.goto(`${lab.server.origin}${setupPath(answeredForms(calls))}`);
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('All three agree')).toHaveCount(4);
});

test('a page that does not arrive in the window is asked for again', async ({ page, context, lab }) => {
  const asked: string[] = [];
  await context.route(/^http:\/\/localhost:\d+\/\?\d+$/, async (route) => {
    asked.push(route.request().url());
    if (asked.length > 1) await route.continue();
  });
  await page.goto(
    `${lab.client.origin}${setupPath(answeredForms([formOf('another-port'), formOf('client')]))}`,
  );
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('All three agree')).toHaveCount(2);
  // The first page, the same again, and one before the client's form.
  expect(asked.map((url) => new URL(url).search)).toEqual(['?1', '?2', '?3']);
});

test('somebody who closes the window before a run is over is told', async ({ page, lab }) => {
  const slow = answeredForms([formOf('client'), formOf('client')], 1_000);
  await page.goto(`${lab.client.origin}${setupPath(slow)}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('The server has recorded: POST.')).toBeVisible();
  await (await opened).close();
  await expect(page.getByRole('alert')).toContainText('The Lab’s window was closed before the run was over');
});
