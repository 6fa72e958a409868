import type { Locator, Page } from '@playwright/test';
import { chapters } from '../../src/features/lab/experiments/chapters';
import { expectNoBarriers } from '../support/barriers';
import {
  anyBlocked,
  anyFormAnswer,
  anyRejectedCookie,
  failedFetch,
  refused,
} from '../support/browser-messages';
import { expectPage } from '../support/steps';
import { expect, test } from '../support/test';

const provoked = [
  ...anyBlocked,
  ...anyRejectedCookie,
  ...anyFormAnswer,
  ...[refused(401), refused(403), refused(404), refused(500)],
];

/** Of each kind of result one, as axe takes long. */
const examined = ['right-origin', 'lower-case-patch', 'remembered-preflight', 'forged-form'];

function articleOf(page: Page, id: string): Locator {
  return page.locator(`#${id}`);
}

/** Runs an experiment, and waits for what it shows. */
async function run(article: Locator): Promise<void> {
  await article.getByRole('button', { name: 'Run it' }).click();
  await expect(article.getByRole('heading', { name: 'What to take away' })).toBeVisible();
}

test.beforeEach(({ messages }) => {
  messages.allow(...provoked);
});

for (const { title, experiments: ofChapter } of chapters) {
  test(`“${title}” goes as it is told, and all three columns agree`, async ({ page, lab }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${lab.client.origin}/lab`);
    await expectPage(page, 'The Lab');
    for (const { id, setup, answers } of ofChapter) {
      await test.step(id, async () => {
        const article = articleOf(page, id);
        const right = answers.find(({ isRight }) => isRight)?.text ?? '';
        await article.getByRole('radio', { name: right, exact: true }).check();
        await run(article);
        const { calls } = setup('client');
        await expect(article.getByText('All three agree')).toHaveCount(calls.length);
        await expect(article.getByRole('list', { name: 'Who sent what to whom' })).toHaveCount(calls.length);
        await expect(article.getByText('As you expected')).toBeVisible();
      });
    }
    await test.step('and nobody meets a barrier', async () => {
      for (const steps of await page.getByText(/^All \d+ steps/).all()) await steps.click();
      const ids = ofChapter.map(({ id }) => id).filter((id) => examined.includes(id));
      await expectNoBarriers(page, ids.map((id) => `#${id}`).join());
    });
  });
}

test('the forged form is recorded with what no page can forge', async ({ page, lab }) => {
  await page.goto(`${lab.client.origin}/lab#forged-form`);
  const article = articleOf(page, 'forged-form');
  await run(article);
  await expect(article.getByText('Sec-Fetch-Site: cross-site')).toBeVisible();
  await expect(article.getByText(/^Origin: http:\/\/127\.0\.0\.1:/).first()).toBeVisible();
});

test('where client and API are of one origin, the experiments call from another port', async ({
  page,
  lab,
}) => {
  await page.goto(`${lab.server.origin}/lab`);
  await expect(page.getByText('are of one origin')).toBeVisible();
  const article = articleOf(page, 'no-cors-header');
  await run(article);
  await expect(article.getByText('All three agree')).toBeVisible();
  await expect(article.getByText(failedFetch)).toBeVisible();
});

test('an experiment is found by its address, and run by keyboard alone', async ({ page, lab }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${lab.client.origin}/lab#wrong-origin`);
  const article = articleOf(page, 'wrong-origin');
  const { keyboard } = page;
  await expect(article.getByRole('heading', { level: 3 })).toBeFocused();
  await keyboard.press('Tab');
  await expect(
    article.getByRole('link', { name: 'Another origin than the page’s', exact: true }),
  ).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await expect(article.getByRole('radio').nth(1)).toBeChecked();
  await keyboard.press('Tab');
  await expect(article.getByRole('button', { name: 'Run it' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(article.getByText('As you expected')).toBeVisible();
  await expect(article.getByRole('button', { name: 'Run it again' })).toBeFocused();
  await expect(article.getByRole('status')).toContainText('Blocked. The page may not read the answer.');
  await article.getByText(/^All \d+ steps/).press('Enter');
  await expect(article.getByText('Stopped here')).toBeVisible();
  await expectNoBarriers(page);
});

test('on a narrow screen the Lab’s parts are one row, and a figure’s names keep off its frame', async ({
  page,
  lab,
}) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(`${lab.client.origin}/lab/doctor`);
  const parts = page.getByRole('navigation', { name: 'The Lab' });
  await expect(parts.getByRole('link', { name: 'Doctor' })).toBeInViewport({ ratio: 1 });
  expect((await parts.boundingBox())?.height).toBeLessThan(64);
  await parts.getByRole('link', { name: 'Experiments' }).focus();
  await expect(parts.getByRole('link', { name: 'Experiments' })).toBeInViewport({ ratio: 1 });

  await page.goto(`${lab.client.origin}/lab#no-cors-header`);
  const article = articleOf(page, 'no-cors-header');
  await run(article);
  const room = await article.getByText('Server', { exact: true }).evaluate((name) => {
    const letters = document.createRange();
    letters.selectNodeContents(name);
    const frame = name.parentElement?.parentElement?.getBoundingClientRect();
    return (frame?.right ?? 0) - letters.getBoundingClientRect().right;
  });
  expect(room).toBeGreaterThan(8);
});
