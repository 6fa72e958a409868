import type { Page } from '@playwright/test';
import { expectPage } from './support/steps';
import { expect, test } from './support/test';

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const content = [
  `A word: ${long}.`,
  `https://example.com/${'a-long-address/'.repeat(20)}`,
  `\`\`\`\n${'one long line of code '.repeat(20)}\n\`\`\``,
  `| ${'column | '.repeat(12)}\n|${'---|'.repeat(12)}\n| ${'value | '.repeat(12)}`,
].join('\n\n');

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth, `the width of ${page.url()}`).toBeLessThanOrEqual(clientWidth);
}

for (const width of [360, 1280]) {
  test(`no page scrolls sideways at a width of ${width}`, async ({ page, context, writer }) => {
    await page.setViewportSize({ width, height: 740 });
    const { id, title } = await writer.publish({
      title: `${long} ${width}`,
      content,
      tags: ['a-tag-of-thirty-characters-000', 'cross-origin', 'java', 'micronaut', 'react'],
    });
    for (const [path, name] of [
      ['/', 'Posts'],
      ['/log-in', 'Log in'],
      ['/register', 'Register'],
      [`/${long}/${long}`, 'Page not found'],
    ] as const) {
      await page.goto(path);
      await expectPage(page, name);
      if (path === '/') await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
      await expectNoSidewaysScrolling(page);
    }

    await writer.enter(context);
    await page.goto(`/posts/${id}`);
    await expectPage(page, title);
    await expect(page.getByRole('table')).toBeAttached();
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoSidewaysScrolling(page);

    await page.goto('/my-posts');
    await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await page.goto(`/posts/${id}/edit`);
    await expect(page.getByLabel('Title')).toHaveValue(title);
    await expectNoSidewaysScrolling(page);
    if (width < 1024) {
      await page.getByRole('tab', { name: 'Preview' }).click();
    }
    await expect(page.getByRole('table')).toBeVisible();
    await expectNoSidewaysScrolling(page);
  });
}
