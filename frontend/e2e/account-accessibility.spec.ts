import { expectNoBarriers } from './support/barriers';
import { refused } from './support/browser-messages';
import { fetchFrom, json, withCredentials } from './support/fetching';
import { logInElsewhere } from './support/people';
import { expectPage, field, logIn, mailsTo } from './support/steps';
import { expect, test } from './support/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('nobody meets a barrier', () => {
  test('in the account, with mistakes, while the address changes, and before it is deleted', async ({
    page,
    context,
    writer,
    messages,
  }) => {
    messages.allow(refused(400));
    await writer.enter(context);
    await page.goto('/account');
    await expect(page.getByRole('heading', { name: 'Delete account' })).toBeVisible();
    await page.getByRole('button', { name: 'Change the e-mail address' }).click();
    await page.getByRole('button', { name: 'Change the password' }).click();
    await expect(field(page, 'Current password')).toHaveAccessibleDescription(/Type the password/);
    await expectNoBarriers(page);
    await field(page, 'Your password').fill(writer.password);
    const longAddress = `${'a-long-address-'.repeat(4)}@${'an-equally-long-'.repeat(3)}host.example.com`;
    await field(page, 'New e-mail address').fill(longAddress);
    await page.getByRole('button', { name: 'Send the mail', exact: true }).click();
    await expect(page.getByText('A mail with a link went to')).toBeVisible();
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await expect(page.getByRole('dialog').getByText('This goes for good:')).toBeVisible();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expectNoBarriers(page);
    await page.goto('/outbox');
    await expect(mailsTo(page, longAddress).first()).toBeVisible();
    await expectNoBarriers(page);
  });

  test('in the list of devices, and before others are logged out', async ({ page, context, writer }) => {
    await writer.enter(context);
    await logInElsewhere(writer);
    await page.goto('/devices');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
    await expectNoBarriers(page);
    await page.getByRole('button', { name: 'Log out all other devices' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoBarriers(page);
  });

  test('on the way to a new password and a confirmed address', async ({ page, writer, messages }) => {
    messages.allow(refused(400));
    await page.goto('/forgot-password');
    await page.getByLabel('E-mail').fill(writer.email);
    await expectNoBarriers(page);
    await page.getByRole('button', { name: 'Send the mail' }).click();
    await page.getByRole('link', { name: 'Open the outbox of this server' }).click();
    await expect(mailsTo(page, writer.email).first()).toBeVisible();
    await expectNoBarriers(page);
    for (const [path, name, action] of [
      ['/reset-password', 'Choose a new password', 'Change the password'],
      ['/confirm-email', 'Confirm your address', 'Confirm the address'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByText('This page needs the link from your mail')).toBeVisible();
      await expectNoBarriers(page);
      // A link that nobody was sent.
      await page.goto(`${path}#token=${'A'.repeat(43)}`);
      await expectPage(page, name);
      await expect(page.getByRole('button', { name: action })).toBeVisible();
      await expectNoBarriers(page);
      const password = field(page, 'New password');
      if (await password.isVisible()) await password.fill('some other words entirely');
      await page.getByRole('button', { name: action }).click();
      await expect(page.getByText('This link no longer works')).toBeVisible();
      await expectNoBarriers(page);
    }
  });

  test('while a login has to wait', async ({ page, home: { server }, writer, messages }) => {
    messages.allow(refused(401), refused(429));
    await page.goto('/log-in');
    const mistyped = { ...writer, password: 'mistyped' };
    const guess = {
      ...withCredentials,
      ...json('POST', { email: mistyped.email, password: mistyped.password }),
    };
    // The next one is one too many.
    for (let count = 0; count < 5; count += 1) {
      await fetchFrom(page, `${server.origin}/api/authentication/log-in`, guess);
    }
    await logIn(page, mistyped);
    await expect(page.getByRole('timer')).toBeVisible();
    await expectNoBarriers(page);
  });
});
