import { readFile } from 'node:fs/promises';
import { refused } from '../support/browser-messages';
import { newIdentity } from '../support/people';
import { accountMenu, choose, expectPage, field, logIn, logOut, mailsTo } from '../support/steps';
import { expect, test } from '../support/test';

test.beforeEach(async ({ context, writer }) => {
  await writer.enter(context);
});

test('someone confirms the address that they registered with', async ({ page, context, writer }) => {
  await page.goto('/account');
  await expect(page.getByText('This address is not confirmed yet.')).toBeVisible();
  const outbox = await context.newPage();
  await outbox.goto('/outbox');
  await mailsTo(outbox, writer.email)
    .filter({ hasText: 'Confirm your e-mail address for Preflight' })
    .getByRole('link')
    .click();
  await expect(outbox).toHaveURL('/confirm-email');
  await outbox.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(outbox.getByText('Your e-mail address is confirmed')).toBeVisible();
  // The page in the other tab follows.
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await expect(page.getByText('This address is not confirmed yet.')).toHaveCount(0);
});

test('someone changes the e-mail address, by a link in a mail to the new one', async ({
  page,
  context,
  writer,
  messages,
}) => {
  messages.allow(refused(400), refused(401));
  const { email } = newIdentity();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Change the e-mail address' }).click();
  await field(page, 'New e-mail address').fill(email);
  await field(page, 'Your password').fill('not the password');
  await page.getByRole('button', { name: 'Send the mail', exact: true }).click();
  await expect(field(page, 'Your password')).toBeFocused();
  await expect(field(page, 'New e-mail address')).toHaveValue(email);
  await field(page, 'Your password').fill(writer.password);
  await page.getByRole('button', { name: 'Send the mail', exact: true }).click();
  await expect(page.getByText(`A mail with a link is on its way to ${email}.`)).toBeVisible();
  await expect(page.getByText(`A mail with a link went to ${email}.`)).toBeVisible();

  const outbox = await context.newPage();
  await outbox.goto('/outbox');
  await expect(mailsTo(outbox, writer.email).first()).toContainText(`the e-mail address ${email}`);
  await mailsTo(outbox, email).getByRole('link').click();
  await outbox.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(outbox.getByText('Your e-mail address is confirmed')).toBeVisible();
  await outbox.close();

  await expect(page.getByRole('region', { name: 'E-mail' })).toContainText(`${email} Confirmed`);
  await logOut(page, writer);
  await page.goto('/log-in');
  await logIn(page, writer);
  await expect(page.getByRole('alert')).toContainText('No account has this e-mail address and this password');
  await logIn(page, { ...writer, email });
  await expect(accountMenu(page, writer)).toBeVisible();
});

test('someone changes their name, which then stands with what they wrote', async ({ page, writer }) => {
  const { id, title } = await writer.publish();
  const { name } = newIdentity();
  await page.goto('/account');
  await field(page, 'Name').fill(name);
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByText('Your name is changed.')).toBeVisible();
  await expect(accountMenu(page, { name })).toBeVisible();
  await page.goto(`/posts/${id}`);
  await expectPage(page, title);
  await expect(page.getByRole('article').getByText(name)).toBeVisible();
});

test('someone takes their data along', async ({ page, writer }) => {
  const { title, content } = await writer.publish();
  await page.goto('/account');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('preflight-export.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toBeInstanceOf(Object);
  for (const own of [writer.name, writer.email, title, content]) expect(text).toContain(own);
  expect(text).not.toContain('argon2');
  await expect(page.getByText('preflight-export.json is saved with your downloads.')).toBeVisible();
});

test('someone deletes their account, and all that is theirs is gone', async ({
  page,
  writer,
  newReader,
  messages,
}) => {
  messages.allow(refused(400), refused(401), refused(404));
  const { id, title } = await writer.publish();
  await writer.publish();
  await page.goto('/');
  await choose(page, writer, 'Account');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  const question = page.getByRole('dialog', { name: 'Delete your account?' });
  await expect(question.getByRole('term').filter({ hasText: 'posts' })).toBeVisible();
  await expect(question.getByRole('definition').filter({ hasText: /^2$/ })).toBeVisible();

  await field(page, 'Your password').fill('not the password');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(field(page, 'Your password')).toBeFocused();
  expect((await writer.api.get('/api/account')).status()).toBe(200);

  await field(page, 'Your password').fill(writer.password);
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expectPage(page, 'Account deleted');
  await expect(page.getByRole('link', { name: 'Log in' })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);

  const reader = await newReader();
  await reader.goto(`/posts/${id}`);
  await expectPage(reader, 'No such post');
  await reader.goto('/');
  await expectPage(reader, 'Posts');
  await expect(reader.getByRole('link', { name: title, exact: true })).toHaveCount(0);
  await page.goto('/log-in');
  await logIn(page, writer);
  await expect(page.getByRole('alert')).toContainText('No account has this e-mail address and this password');
});
