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

// The late one is in the soak tier: the first, and lab-window.test.tsx by a clock of its own, are its twins in `verify`.
for (const [when, lost, tag] of [
  ['at first', 1, []],
  ['within ten seconds of the click', 4, ['@soak']],
] as const) {
  test(
    `a page that does not arrive in the window ${when} is asked for again`,
    { tag: [...tag] },
    async ({ page, context, lab }) => {
      const asked: string[] = [];
      await context.route(/^http:\/\/localhost:\d+\/\?\d+$/, async (route) => {
        asked.push(new URL(route.request().url()).search);
        if (asked.length > lost) await route.continue();
      });
      const setup = answeredForms([formOf('another-port'), formOf('client')]);
      await page.goto(`${lab.client.origin}${setupPath(setup)}`);
      await page.getByRole('button', { name: 'Run it' }).click();
      await expect(page.getByText('All three agree')).toHaveCount(2, { timeout: 20_000 });
      // Those that were lost, one that arrived, and one before the client's form.
      expect(asked).toEqual(Array.from({ length: lost + 2 }, (_, index) => `?${index + 1}`));
    },
  );
}

test('somebody who closes the window before a run is over is told', async ({ page, lab }) => {
  const slow = answeredForms([formOf('client'), formOf('client')], 1_000);
  await page.goto(`${lab.client.origin}${setupPath(slow)}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('The server has recorded: POST.')).toBeVisible();
  await (await opened).close();
  await expect(page.getByRole('alert')).toContainText('The Lab’s window was closed before the run was over');
});
