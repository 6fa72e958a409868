import { expectNoSidewaysScrolling, expectPage, field, mailsTo } from './support/steps';
import { expect, test } from './support/test';

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const content = [
  `A word: ${long}.`,
  `https://example.com/${'a-long-address/'.repeat(20)}`,
  `\`\`\`\n${'one long line of code '.repeat(20)}\n\`\`\``,
  `| ${'column | '.repeat(12)}\n|${'---|'.repeat(12)}\n| ${'value | '.repeat(12)}`,
].join('\n\n');

for (const width of [320, 1280]) {
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
      ['/forgot-password', 'Forgot your password?'],
      ['/reset-password', 'Choose a new password'],
      [`/reset-password#token=${'A'.repeat(43)}`, 'Choose a new password'],
      [`/confirm-email#token=${'A'.repeat(43)}`, 'Confirm your address'],
      ['/outbox', 'Outbox'],
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

    await page.goto('/account');
    await page.getByRole('button', { name: 'Change the e-mail address' }).click();
    await field(page, 'Your password').fill(writer.password);
    const address = `${'a-long-address-'.repeat(4)}${width}@${'an-equally-long-'.repeat(3)}host.example.com`;
    await field(page, 'New e-mail address').fill(address);
    await page.getByRole('button', { name: 'Send the mail', exact: true }).click();
    await expect(page.getByText('A mail with a link went to')).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await expect(page.getByRole('dialog').getByText('This goes for good:')).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await page.goto('/outbox');
    await expect(mailsTo(page, writer.email).first()).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await page.goto('/devices');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
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
