import { expectNoBarriers } from './support/barriers';
import { refused } from './support/browser-messages';
import { accountMenu, expectNoSidewaysScrolling, expectPage } from './support/steps';
import { expect, test } from './support/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const tags = ['a-tag-of-thirty-characters-000', 'cross-origin', 'java', 'micronaut', 'react'];
const content = [
  '## A heading',
  'A paragraph with a [link](https://example.com/), `code` and **weight**.',
  '> A quotation.',
  '- one\n- two',
  '```java\nvar origin = request.getOrigin();\n```',
  '| header | value |\n|---|---|\n| Vary | Origin |',
  `A word: ${long}.`,
  `https://example.com/${'a-long-address/'.repeat(20)}`,
  `\`\`\`\n${'one long line of code '.repeat(20)}\n\`\`\``,
  `| ${'column | '.repeat(12)}\n|${'---|'.repeat(12)}\n| ${'value | '.repeat(12)}`,
].join('\n\n');

test.describe('nobody meets a barrier', () => {
  test('in the list of posts', async ({ page, writer }) => {
    const { title } = await writer.publish({ title: `${long} of ${writer.name}`, tags, content });
    await page.goto('/');
    await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
    await expectNoBarriers(page);
  });

  test('in a post, its menus and its dialog', async ({ page, context, writer }) => {
    await writer.enter(context);
    const { id, title } = await writer.publish({ title: long, tags, content });
    await page.goto(`/posts/${id}`);
    await expectPage(page, title);
    await expect(page.getByRole('table')).toHaveCount(2);
    await expectNoBarriers(page);
    await accountMenu(page, writer).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNoBarriers(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNoBarriers(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoBarriers(page);
  });

  test('on the pages to register and to log in, also with mistakes', async ({ page }) => {
    for (const [path, name] of [
      ['/register', 'Register'],
      ['/log-in', 'Log in'],
    ] as const) {
      await page.goto(path);
      await expectPage(page, name);
      await expectNoBarriers(page);
      await page.getByRole('main').getByRole('button', { name }).click();
      await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Type/);
      await expectNoBarriers(page);
    }
  });

  test('when the login is refused', async ({ page, messages }) => {
    messages.allow(refused(401));
    await page.goto('/log-in');
    await page.getByLabel('E-mail').fill('nobody@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill('not a password');
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoBarriers(page);
  });

  test('while writing, with a preview, a mistake and the question before leaving', async ({
    page,
    context,
    writer,
  }) => {
    await writer.enter(context);
    await page.goto('/write');
    await page.getByRole('textbox', { name: 'Text' }).fill(content);
    await expect(page.getByRole('region', { name: 'Preview' }).getByRole('table')).toHaveCount(2);
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/Give the post a title/);
    await expectNoBarriers(page);
    await page.setViewportSize({ width: 320, height: 740 });
    await page.getByRole('tab', { name: 'Preview' }).click();
    await expect(page.getByRole('table')).toHaveCount(2);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('link', { name: 'Preflight, all posts' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoBarriers(page);
  });

  test('while editing what was changed meanwhile', async ({ page, context, writer, messages }) => {
    messages.allow(refused(412));
    await writer.enter(context);
    const { id } = await writer.publish({ title: long, tags, content });
    await page.goto(`/posts/${id}/edit`);
    await page.getByRole('textbox', { name: 'Text' }).fill('Mine.');
    expect((await writer.api.patch(`/api/posts/${id}`, { data: { title: 'Theirs' } })).status()).toBe(200);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('button', { name: 'Show the other version' }).click();
    await expect(page.getByRole('heading', { name: 'The other version' })).toBeVisible();
    await expectNoBarriers(page);
  });

  test('in the list of own posts, empty and not', async ({ page, context, writer }) => {
    await writer.enter(context);
    await page.goto('/my-posts');
    await expect(page.getByText('You have published nothing yet')).toBeVisible();
    await expectNoBarriers(page);
    const { title } = await writer.publish({ title: long, tags });
    await page.reload();
    await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
    await expectNoBarriers(page);
  });

  test('where there is nothing', async ({ page, messages }) => {
    messages.allow(refused(404));
    await page.goto(`/${long}/${long}`);
    await expectPage(page, 'Page not found');
    await expectNoBarriers(page);
    await page.goto('/posts/0196fd1c-0000-7000-8000-000000000000');
    await expectPage(page, 'No such post');
    await expectNoBarriers(page);
  });
});

// The negative control of the tests above.
test('a barrier is noticed in either theme, in the dark alone, and on a narrow screen alone', async ({
  page,
}) => {
  for (const [body, found] of [
    ['<img src="data:,">', 'image-alt'],
    ['<style>@media (prefers-color-scheme: dark) { p { color: #888 } }</style>', 'color-contrast'],
    ['<div style="width: 400px">Wide</div>', 'the width of'],
  ] as const) {
    await page.setContent(
      `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1><p>A text</p>${body}</main>`,
    );
    await expect(expectNoBarriers(page)).rejects.toThrow(found);
  }
});
