import type { Response } from '@playwright/test';
import { accountMenu, expectPage, logIn } from './support/steps';
import { expect, test } from './support/test';

test.use({ baseURL: ({ home }, use) => use(home.server.origin) });

test('the jar alone serves client and API on one origin, and its login works there', async ({
  page,
  home: { server },
  writer,
}) => {
  const { id, title } = await writer.publish();
  await page.goto('/');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await expect(page.getByRole('contentinfo').getByRole('paragraph')).toHaveText(
    `Client and server: ${server.origin}`,
  );

  await page.getByRole('link', { name: 'Log in' }).click();
  await logIn(page, writer);
  await expect(accountMenu(page, writer)).toBeVisible();

  await page.goto(`/posts/${id}`);
  await expectPage(page, title);
  await page.reload();
  await expectPage(page, title);
  await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();

  await page.goto(`/posts/${id}/edit`);
  await page.getByLabel('Title').fill(`${title}, mended`);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expectPage(page, `${title}, mended`);
});

test('the page admits no inline script or style, and works', async ({ page, context, writer, messages }) => {
  await writer.enter(context);
  const { id, title } = await writer.publish({ content: '# Styled\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n' });
  const response = await page.goto(`/posts/${id}`);
  const policy = (await response?.headerValue('Content-Security-Policy')) ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  await expectPage(page, title);
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();

  // The negative control: what the policy forbids does not run, and the browser says so.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "yes"';
    document.body.append(script);
    return document.documentElement.dataset.ran ?? 'no';
  });
  expect(ran).toBe('no');
  await messages.toSay(/Content.Security.Policy/);
});

test('files of the client are compressed and kept for good, its page is asked for again', async ({
  page,
}) => {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto('/');
  await expectPage(page, 'Posts');

  const assets = responses.filter((response) => new URL(response.url()).pathname.startsWith('/assets/'));
  expect(assets.length).toBeGreaterThan(1);
  for (const asset of assets) {
    expect(await asset.headerValue('Cache-Control'), asset.url()).toBe('public, max-age=31536000, immutable');
    expect(await asset.headerValue('Content-Encoding'), asset.url()).toMatch(/^(?:br|gzip)$/);
  }
  const document = responses.find((response) => new URL(response.url()).pathname === '/');
  expect(await document?.headerValue('Cache-Control')).toBe('no-cache');

  const missing = await page.request.get('/assets/no-such-file.js');
  expect(missing.status()).toBe(404);
});
