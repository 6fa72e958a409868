import { refused } from '../support/browser-messages';
import { newPerson, type Person } from '../support/people';
import { accountMenu, expectPage, logIn, passwordField } from '../support/steps';
import { expect, test } from '../support/test';

test.use({ baseURL: ({ proxied }, use) => use(proxied.client.origin) });

let person: Person;

test.beforeEach(async ({ playwright, proxied }) => {
  person = await newPerson(playwright.request, proxied.server);
});

test.afterEach(async () => {
  await person.api.dispose();
});

test('someone who mistypes the password too often waits, and then gets in', async ({ page, messages }) => {
  messages.allow(refused(401), refused(429));
  await page.goto('/log-in');
  const form = page.getByRole('form', { name: 'Log in' });
  const button = form.getByRole('button', { name: 'Log in' });
  await expect(async () => {
    await logIn(page, { ...person, password: 'mistyped' });
    await expect(page.getByRole('timer')).toHaveText(/Try again in 0:0\d/, { timeout: 500 });
  }).toPass();
  await expect(button).toBeDisabled();
  await expect(form.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  await expect(passwordField(page)).toHaveValue('mistyped');

  await passwordField(page).fill(person.password);
  await expect(button).toBeEnabled();
  await expect(page.getByRole('timer')).toHaveCount(0);
  await button.click();
  await expect(accountMenu(page, person)).toBeVisible();
});

test('somebody who guesses from elsewhere keeps nobody out of their account', async ({
  page,
  playwright,
  proxied: { server },
}) => {
  const guesser = await playwright.request.newContext({
    baseURL: server.origin,
    extraHTTPHeaders: { Origin: server.origin, 'X-Forwarded-For': '203.0.113.7' },
  });
  const guess = () =>
    guesser.post('/api/authentication/log-in', { data: { email: person.email, password: 'a guess' } });
  await expect.poll(async () => (await guess()).status(), { intervals: [0] }).toBe(429);
  const refusal = await guess();
  expect(refusal.status()).toBe(429);
  expect(Number(refusal.headers()['retry-after'])).toBeGreaterThan(0);
  expect(await refusal.json()).toMatchObject({ type: 'urn:preflight:problem:too-many-attempts' });
  await guesser.dispose();

  await page.goto('/log-in');
  await logIn(page, person);
  await expect(accountMenu(page, person)).toBeVisible();
  await page.goto('/devices');
  await expectPage(page, 'Devices');
});
