import { refused } from '../support/browser-messages';
import { newIdentity } from '../support/people';
import { accountMenu, choose, expectPage, field, logIn, mailsTo } from '../support/steps';
import { expect, test } from '../support/test';

test('someone changes the password, which logs all other devices out', async ({
  page,
  newReader,
  writer,
  messages,
}) => {
  messages.allow(refused(400), refused(401));
  const other = await newReader();
  for (const tab of [page, other]) {
    await tab.goto('/log-in');
    await logIn(tab, writer);
    await expect(accountMenu(tab, writer)).toBeVisible();
  }
  const password = `${writer.password}, and another`;

  await choose(page, writer, 'Account');
  await expectPage(page, 'Account');
  const [current, wanted] = [field(page, 'Current password'), field(page, 'New password')];
  const change = page.getByRole('button', { name: 'Change the password' });
  await current.fill('not the password');
  await wanted.fill(password);
  await change.click();
  await expect(current).toBeFocused();
  await expect(current).toHaveAccessibleDescription(/password/);
  await expect(wanted).toHaveValue(password);
  expect((await writer.api.get('/api/sessions')).status(), 'nothing has changed').toBe(200);

  await current.fill(writer.password);
  await change.click();
  await expect(
    page.getByText('Your password is changed, and all other devices are logged out.'),
  ).toBeVisible();
  await expect(current).toHaveValue('');

  await choose(other, writer, 'Devices');
  await expect(other.getByRole('main').getByRole('link', { name: 'Log in' })).toBeVisible();
  expect((await writer.api.get('/api/sessions')).status()).toBe(401);
  await page.reload();
  await expectPage(page, 'Account');

  await other.goto('/log-in');
  await logIn(other, writer);
  await expect(other.getByRole('alert')).toContainText(
    'No account has this e-mail address and this password',
  );
  await logIn(other, { ...writer, password });
  await expect(accountMenu(other, writer)).toBeVisible();
});

test('someone who forgot the password chooses another by a link in a mail, once', async ({
  page,
  context,
  newReader,
  writer,
  messages,
}) => {
  messages.allow(refused(400), refused(401));
  const other = await newReader();
  await other.goto('/log-in');
  await logIn(other, writer);
  await expect(accountMenu(other, writer)).toBeVisible();

  await page.goto('/log-in');
  await page.getByLabel('E-mail').fill(writer.email);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expectPage(page, 'Forgot your password?');
  await expect(page.getByLabel('E-mail')).toHaveValue(writer.email);
  await page.getByRole('button', { name: 'Send the mail' }).click();
  await expect(page.getByText('The link works once, and for 30 minutes.')).toBeVisible();

  await page.getByRole('link', { name: 'Open the outbox of this server' }).click();
  await expectPage(page, 'Outbox');
  const link = mailsTo(page, writer.email)
    .filter({ hasText: 'Choose a new password for Preflight' })
    .getByRole('link');
  const address = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expectPage(page, 'Choose a new password');
  // Nobody who uses this browser later finds it.
  await expect(page).toHaveURL('/reset-password');

  const password = `${writer.password}, and another`;
  await field(page, 'New password').fill('password1');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(field(page, 'New password')).toHaveAccessibleDescription(/common|guess/);
  await field(page, 'New password').fill(password);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed')).toBeVisible();

  await choose(other, writer, 'Devices');
  await expect(other.getByRole('main').getByRole('link', { name: 'Log in' })).toBeVisible();

  const again = await context.newPage();
  await again.goto(address);
  await field(again, 'New password').fill('some other words entirely');
  await again.getByRole('button', { name: 'Change the password' }).click();
  await expect(again.getByText('This link no longer works')).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: 'Log in' }).click();
  await logIn(page, { ...writer, password });
  await expect(accountMenu(page, writer)).toBeVisible();
});

test('who asks for a link learns nothing about who has an account', async ({ page, writer }) => {
  const { email: nobody } = newIdentity();
  const answers: string[] = [];
  for (const email of [writer.email, nobody]) {
    await page.goto('/forgot-password');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the mail' }).click();
    await expect(page.getByText('The link works once, and for 30 minutes.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open the outbox of this server' })).toBeVisible();
    answers.push((await page.getByRole('main').innerText()).replace(email, 'the address'));
  }
  expect(answers[0]).toBe(answers[1]);
});

test('a password that everybody guesses is refused at its field, and nothing typed is lost', async ({
  page,
  messages,
}) => {
  messages.allow(refused(400));
  const person = newIdentity();
  await page.goto('/register');
  await page.getByLabel('Name').fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await field(page, 'Password').fill('password1');
  await page.getByRole('main').getByRole('button', { name: 'Register' }).click();
  await expect(field(page, 'Password')).toBeFocused();
  await expect(field(page, 'Password')).toHaveAccessibleDescription(/common|guess/);
  await expect(page.getByLabel('Name')).toHaveValue(person.name);
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  await expect(field(page, 'Password')).toHaveValue('password1');

  await field(page, 'Password').fill(person.password);
  await page.getByRole('main').getByRole('button', { name: 'Register' }).click();
  await expect(accountMenu(page, person)).toBeVisible();
});
