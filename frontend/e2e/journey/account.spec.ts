import { refused } from '../support/browser-messages';
import { newIdentity } from '../support/people';
import { accountMenu, expectPage, logIn, passwordField, register } from '../support/steps';
import { expect, test } from '../support/test';

test('someone registers, is still logged in after a reload, logs out, and logs in again', async ({
  page,
}) => {
  const person = newIdentity();

  await page.goto('/');
  await page.getByRole('link', { name: 'Register' }).click();
  await register(page, person);
  await expect(accountMenu(page, person)).toBeVisible();
  await expect(page).toHaveURL('/');

  await page.reload();
  await accountMenu(page, person).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.getByText('You are logged out.')).toBeVisible();

  await page.getByRole('link', { name: 'Log in' }).click();
  await logIn(page, person);
  await expect(accountMenu(page, person)).toBeVisible();

  await page.reload();
  await expect(accountMenu(page, person)).toBeVisible();
});

test('a visitor who opens a page for writers logs in and goes on there', async ({ page, writer }) => {
  await page.goto('/write');
  await expectPage(page, 'Log in');
  await logIn(page, writer);
  await expectPage(page, 'New post');
  await expect(page).toHaveURL('/write');
});

test('a visitor without an account registers on the way to a page for writers', async ({ page }) => {
  const person = newIdentity();
  await page.goto('/my-posts');
  await page.getByRole('main').getByRole('link', { name: 'Register' }).click();
  await register(page, person);
  await expectPage(page, 'My posts');
  await expect(page.getByText('You have published nothing yet')).toBeVisible();
});

test('someone who mistypes the password is told so and keeps what was typed', async ({
  page,
  writer,
  messages,
}) => {
  messages.allow(refused(401));
  await page.goto('/log-in');
  await logIn(page, { ...writer, password: `${writer.password}?` });
  await expect(page.getByRole('alert')).toContainText('No account has this e-mail address and this password');
  await expect(page.getByLabel('E-mail')).toHaveValue(writer.email);
  await expect(passwordField(page)).toHaveValue(`${writer.password}?`);

  await logIn(page, writer);
  await expect(accountMenu(page, writer)).toBeVisible();
});

test('someone who forgets a field of the login is led to it', async ({ page }) => {
  await page.goto('/log-in');
  await logIn(page, { email: '', password: '' });
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(
    'Type the e-mail address of your account.',
  );
  await expect(passwordField(page)).toHaveAccessibleDescription('Type your password.');
});

test('someone who registers with mistakes is told each at its field and keeps what was typed', async ({
  page,
  writer,
  messages,
}) => {
  messages.allow(refused(400));
  const [name, email, password] = [page.getByLabel('Name'), page.getByLabel('E-mail'), passwordField(page)];
  await page.goto('/register');

  await register(page, { name: '', email: 'nobody', password: 'short' });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Type a name to write under\./);
  await expect(email).toHaveAccessibleDescription(/An e-mail address has an @/);
  await expect(password).toHaveAccessibleDescription(/A password has at least 8 characters\./);

  // What only the server knows.
  await register(page, { name: 'Bell \u0007', email: 'a@b..c', password: 'long enough' });
  await expect(name).toHaveAccessibleDescription(/Leave out control characters\./);
  await expect(email).toHaveAccessibleDescription(/Write an e-mail address, such as name@example\.com\./);
  await expect(name).toHaveValue('Bell \u0007');
  await expect(password).toHaveValue('long enough');

  await register(page, { name: 'Second', email: writer.email, password: 'long enough' });
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/There is an account with this e-mail address/);
  await expect(name).toHaveValue('Second');
  await expect(password).toHaveValue('long enough');
});

test('someone who is logged in has no use for the login page and is led on', async ({
  page,
  context,
  writer,
}) => {
  await writer.enter(context);
  await page.goto('/log-in?next=%2Fmy-posts');
  await expectPage(page, 'My posts');
});

test('a logout in one tab is seen in the other one', async ({ page, context, writer, messages }) => {
  messages.allow(refused(401));
  await writer.enter(context);
  await page.goto('/my-posts');
  await expectPage(page, 'My posts');

  const other = await context.newPage();
  await other.goto('/');
  await accountMenu(other, writer).click();
  await other.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(other.getByText('You are logged out.')).toBeVisible();

  await page.reload();
  await expectPage(page, 'Log in');
});
