import { refused } from '../support/browser-messages';
import { expectPage, logIn } from '../support/steps';
import { expect, test } from '../support/test';

test.beforeEach(async ({ context, writer }) => {
  await writer.enter(context);
});

test('an author writes with a preview, publishes, edits and deletes', async ({ page, newReader }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Write' }).click();
  await page.getByLabel('Title').fill('Two origins, one login');
  await page.getByLabel('Tags').fill('CORS, #java');
  await page.getByRole('textbox', { name: 'Text' }).fill('## Why\n\nBecause a *cookie* travels.');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: 'Why' })).toBeVisible();
  await expect(preview.getByText('Because a cookie travels.')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();

  await expectPage(page, 'Two origins, one login');
  await expect(page.getByText('Your post is published.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['cors', 'java']);
  const address = page.url();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Title').fill('Two origins, one cookie');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expectPage(page, 'Two origins, one cookie');
  await expect(page.getByText('Your changes are saved.')).toBeVisible();

  const reader = await newReader();
  await reader.goto(address);
  await expectPage(reader, 'Two origins, one cookie');

  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this post?' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expectPage(page, 'Two origins, one cookie');
  await page.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('“Two origins, one cookie” is deleted.')).toBeVisible();
  await expectPage(page, 'My posts');
  await expect(page.getByText('You have published nothing yet')).toBeVisible();
});

test('an author edits and deletes from the list of own posts', async ({ page, writer }) => {
  await writer.publish({ title: 'The first' });
  await writer.publish({ title: 'The second' });
  await page.goto('/my-posts');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['The second', 'The first']);
  await page.getByRole('button', { name: 'Delete “The first”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['The second']);
  await page.getByRole('link', { name: 'Edit “The second”' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('The second');
});

test('an author is told every mistake at its field and keeps the text', async ({ page, messages }) => {
  messages.allow(refused(400));
  const title = page.getByLabel('Title');
  const text = page.getByRole('textbox', { name: 'Text' });
  await page.goto('/write');
  await page.getByLabel('Tags').fill('a, b, c, d, e, f');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(title).toBeFocused();
  await expect(title).toHaveAccessibleDescription(/Give the post a title\./);
  await expect(page.getByLabel('Tags')).toHaveAccessibleDescription(
    /A post has at most 5 tags; these are 6\./,
  );
  await expect(text).toHaveAccessibleDescription(/Write something to publish\./);

  // What only the server refuses.
  await page.getByLabel('Tags').fill('a');
  await title.fill('A bell \u0007 rings');
  await text.fill('Ding.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(title).toHaveAccessibleDescription(/Leave out control characters\./);
  await expect(title).toBeFocused();
  await expect(text).toHaveValue('Ding.');

  await title.fill('A bell rings');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expectPage(page, 'A bell rings');
});

test('an author who leaves unsaved text is asked, and finds it again', async ({ page }) => {
  await page.goto('/write');
  await page.getByLabel('Title').fill('Half a thought');
  const dialog = page.getByRole('dialog', { name: 'Leave without publishing?' });

  await page.getByRole('link', { name: 'Preflight, all posts' }).click();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Half a thought');

  // The browser asks when the tab itself is closed.
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  await page.getByRole('link', { name: 'Preflight, all posts' }).click();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expectPage(page, 'Posts');
  await page.getByRole('link', { name: 'Write' }).click();
  await expect(page.getByText('This is the unpublished text you left in this tab.')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Half a thought');

  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('');
  await page.getByRole('link', { name: 'Preflight, all posts' }).click();
  await expectPage(page, 'Posts');
});

test('an author who edits in two tabs is told, and chooses', async ({ page, context, writer, messages }) => {
  messages.allow(refused(412));
  const { id } = await writer.publish({ title: 'Agreed', content: 'The old text.' });
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto(`/posts/${id}/edit`);
  await other.getByRole('textbox', { name: 'Text' }).fill('The text of the other tab.');
  await page.getByRole('textbox', { name: 'Text' }).fill('My text.');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expectPage(other, 'Agreed');

  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'The post was changed in another place after you began',
  );
  await page.getByRole('button', { name: 'Show the other version' }).click();
  await expect(page.getByRole('group', { name: 'Text of the other version' })).toHaveText(
    'The text of the other tab.',
  );
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('My text.');
  await page.getByRole('button', { name: 'Save mine in its place' }).click();
  await expectPage(page, 'Agreed');
  await expect(page.getByRole('article')).toContainText('My text.');
});

test('an author whose session ended elsewhere logs in again without losing the text', async ({
  page,
  writer,
  messages,
}) => {
  messages.allow(refused(401));
  await page.goto('/write');
  await page.getByLabel('Title').fill('Written for hours');
  await page.getByRole('textbox', { name: 'Text' }).fill('And hours.');
  expect((await writer.api.post('/api/authentication/log-out')).status()).toBe(204);

  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await page.getByRole('form', { name: 'New post' }).getByRole('button', { name: 'Log in' }).click();
  await logIn(page, writer);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('And hours.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expectPage(page, 'Written for hours');
});

test('a reader cannot edit what somebody else wrote', async ({ page, newWriter }) => {
  const { id } = await (await newWriter()).publish({ title: 'Not yours' });
  await page.goto(`/posts/${id}`);
  await expectPage(page, 'Not yours');
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  await page.goto(`/posts/${id}/edit`);
  await expect(page.getByText('This post is somebody else’s')).toBeVisible();
  await page.getByRole('link', { name: 'Read it' }).click();
  await expectPage(page, 'Not yours');
});
