import { expectPage, heading } from '../support/steps';
import { expect, test } from '../support/test';

test('a visitor reads the newest posts first, and on and on without an account', async ({ page, writer }) => {
  const titles = Array.from({ length: 45 }, (_, index) => `Entry ${index + 1} of ${writer.name}`);
  for (const title of titles) await writer.publish({ title });
  const articles = page.getByRole('article');

  await page.goto('/');
  await expectPage(page, 'Posts');
  await expect(articles).toHaveCount(20);
  await expect(articles.getByRole('heading')).toHaveText(titles.toReversed().slice(0, 20));

  await articles.last().scrollIntoViewIfNeeded();
  await expect(articles.nth(39)).toBeAttached();
  await articles.last().scrollIntoViewIfNeeded();
  await expect(articles.nth(44)).toBeAttached();
  const read = await articles.getByRole('heading').allTextContents();
  expect(read.slice(0, 45)).toEqual(titles.toReversed());
});

test('a reader who goes back finds the list where it was left', async ({ page, writer }) => {
  await Promise.all(Array.from({ length: 40 }, () => writer.publish()));
  const chosen = page.getByRole('article').nth(30).getByRole('link');
  const position = () => page.evaluate(() => Math.round(window.scrollY));

  await page.goto('/');
  await page.getByRole('article').nth(19).scrollIntoViewIfNeeded();
  await chosen.scrollIntoViewIfNeeded();
  const title = await chosen.innerText();
  const left = await position();
  expect(left).toBeGreaterThan(1000);
  await chosen.click();
  await expect(heading(page, title)).toBeFocused();
  await expect.poll(position).toBe(0);

  await page.goBack();
  await expectPage(page, 'Posts');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeInViewport();
  await expect.poll(position).toBe(left);
});

test('a link to a post opens it for anybody, without its slug and with an old one', async ({
  page,
  writer,
}) => {
  const post = await writer.publish({
    title: 'A link that lasts',
    content: '# A part\n\nWith **weight** and a [link](https://example.com/).',
    tags: ['links'],
  });
  for (const path of [`/posts/${post.id}`, `/posts/${post.id}/an-old-slug`]) {
    await page.goto(path);
    await expectPage(page, 'A link that lasts');
    await expect(page).toHaveURL(`/posts/${post.id}/${post.slug}`);
  }
  await page.reload();
  await expect(page.getByRole('heading', { name: 'A part' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Tags' })).toHaveText('links');
  await expect(page.getByRole('article').getByText(writer.name)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  await expect(page).toHaveTitle('A link that lasts · Preflight');
});

test('a reader is not harmed by what somebody put into a post', async ({ page, writer }) => {
  const { id } = await writer.publish({
    title: '<img src=x onerror=alert(1)>',
    content: [
      'Before',
      '<script>document.title = "stolen"</script>',
      '<img src="https://localhost:1/x" onerror="document.title = `stolen`">',
      '[run](javascript:alert(1))',
      'After',
    ].join('\n\n'),
  });
  await page.goto(`/posts/${id}`);
  await expectPage(page, '<img src=x onerror=alert(1)>');
  const article = page.getByRole('article');
  await expect(article.getByText('After')).toBeVisible();
  await expect(article.locator('script, [onerror], [href^="javascript:"]')).toHaveCount(0);
});

test('a visitor at an address without a page is shown the way back', async ({ page, messages }) => {
  messages.allow(/^Failed to load resource: the server responded with a status of 40[04]/);
  await page.goto('/nowhere');
  await expectPage(page, 'Page not found');
  await page.goto('/posts/0196fd1c-0000-7000-8000-000000000000');
  await expectPage(page, 'No such post');
  await page.goto('/posts/not-an-id');
  await expectPage(page, 'No such post');
  await page.getByRole('link', { name: 'See all posts' }).click();
  await expectPage(page, 'Posts');
});
