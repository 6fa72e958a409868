import { expect, type Locator, type Page } from '@playwright/test';

/** The button that only shows for someone who is logged in. */
export function accountMenu(page: Page, { name }: { readonly name: string }) {
  return page.getByRole('button', { name: `Account: ${name}` });
}

export function passwordField(page: Page) {
  return page.getByRole('textbox', { name: 'Password' });
}

/** Fills in the form for logging in, wherever it stands. */
export async function logIn(page: Page, person: { readonly email: string; readonly password: string }) {
  const form = page.getByRole('form', { name: 'Log in' });
  await form.getByLabel('E-mail').fill(person.email);
  await form.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await form.getByRole('button', { name: 'Log in' }).click();
}

export async function register(
  page: Page,
  person: { readonly name: string; readonly email: string; readonly password: string },
) {
  const form = page.getByRole('form', { name: 'Register' });
  await form.getByLabel('Name').fill(person.name);
  await form.getByLabel('E-mail').fill(person.email);
  await form.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await form.getByRole('button', { name: 'Register' }).click();
}

/** A textbox by the whole of its name: "Password" is a part of other names. */
export function field(page: Page | Locator, name: string) {
  return page.getByRole('textbox', { name, exact: true });
}

/** Opens a page of the account's from its menu. */
export async function choose(page: Page, person: { readonly name: string }, name: string) {
  await accountMenu(page, person).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** What the server would have sent to an address, newest first, in a tab that shows the outbox. */
export function mailsTo(outbox: Page, email: string) {
  return outbox.getByRole('article').filter({ hasText: `To ${email}` });
}

export function heading(page: Page, name: string) {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** The page is ready: it shows what was loaded, and no placeholder. */
export async function expectPage(page: Page, name: string) {
  await expect(heading(page, name)).toBeVisible();
}

export async function logOut(page: Page, person: { readonly name: string }) {
  await accountMenu(page, person).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.getByText('You are logged out.')).toBeVisible();
}

export async function publish(page: Page, title: string) {
  await page.getByRole('link', { name: 'Write' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('textbox', { name: 'Text' }).fill('What there is to say.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expectPage(page, title);
}

export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth, `the width of ${page.url()}`).toBeLessThanOrEqual(clientWidth);
}
