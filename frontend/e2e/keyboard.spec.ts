import { accountMenu, expectPage } from './support/steps';
import { expect, test } from './support/test';

test('someone logs in by keyboard alone', async ({ page, writer }) => {
  await page.goto('/');
  await expectPage(page, 'Posts');
  await expect(page.getByRole('link', { name: 'Log in' })).toBeVisible();

  const { keyboard } = page;
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Preflight, all posts' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Log in' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeFocused();

  await keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link', { name: 'Register' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type(writer.email);
  await keyboard.press('Tab');
  await keyboard.type(writer.password);
  await keyboard.press('Enter');
  await expect(accountMenu(page, writer)).toBeVisible();

  await accountMenu(page, writer).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'My posts' })).toBeFocused();
  for (const next of ['Account', 'Devices', 'Log out']) {
    await keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: next, exact: true })).toBeFocused();
  }
  await keyboard.press('Escape');
  await expect(accountMenu(page, writer)).toBeFocused();
});

test('a reader skips to the content', async ({ page, writer }) => {
  const { title } = await writer.publish();
  await page.goto('/');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeFocused();
});

test('a dialog keeps the focus and gives it back', async ({ page, context, writer }) => {
  await writer.enter(context);
  const { id } = await writer.publish();
  await page.goto(`/posts/${id}`);
  const button = page.getByRole('button', { name: 'Delete' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
});
