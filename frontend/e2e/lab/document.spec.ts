import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

/** Whether the page’s own policy lets it call a stranger’s server; CORS has no say in this mode. */
function maySend(page: Page, url: string): Promise<boolean> {
  return page.evaluate(
    (address) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
    url,
  );
}

test('only the Lab’s own document may call any server', async ({ page, lab, messages }) => {
  const { client, server } = lab;
  const stranger = `${client.origin}/config.json`;
  messages.allow(/Content[ -]Security[ -]Policy/);

  await page.goto(server.origin);
  expect(await maySend(page, stranger)).toBe(false);

  await page.getByRole('link', { name: 'The Lab' }).click();
  await expect(page.getByRole('heading', { name: 'The Lab', level: 1 })).toBeVisible();
  expect(await maySend(page, stranger)).toBe(true);

  await page.getByRole('link', { name: 'Doctor' }).click();
  await expect(page.getByRole('heading', { name: 'Doctor', level: 1 })).toBeVisible();
  expect(await maySend(page, stranger)).toBe(true);

  await page.getByRole('link', { name: 'Preflight, all posts' }).click();
  await expect(page).toHaveURL(`${server.origin}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await maySend(page, stranger)).toBe(false);
});

for (const spelling of ['/LAB', '/%6cab', '/Lab/doctor']) {
  test(`another spelling, ${spelling}, leads to the Lab once`, async ({ page, lab }) => {
    const loads: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) loads.push(new URL(request.url()).pathname);
    });
    await page.goto(lab.server.origin + spelling);
    await expect(page).toHaveURL(/\/lab(?:\/doctor)?$/);
    await expect(page.getByRole('navigation', { name: 'The Lab' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(loads).toHaveLength(2);
  });
}
