import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { ada, wholePost } from '../../../test-support/samples';
import { answer, noAnswer, problem } from '../../../test-support/server';
import { PostRoute } from './post-route';

const routes = [
  { path: '/posts/:id/:slug?', Component: PostRoute },
  { path: '/my-posts', element: <h1>My posts</h1> },
];

const { id } = wholePost(1);

beforeEach(() => {
  answer('get', '/api/authentication', () => new HttpResponse(null, { status: 204 }));
  answer('get', `/api/posts/${id}`, () => HttpResponse.json(wholePost(1), { headers: { ETag: '"1"' } }));
});

test('shows a post, names the page after it, and corrects an old address', async () => {
  const { router } = renderRoutes(routes, `/posts/${id}/old-title?from=mail#end`);
  expect(await screen.findByRole('heading', { level: 1, name: 'Post 1' })).toBeInTheDocument();
  expect(screen.getByText('Text of 1.')).toBeInTheDocument();
  expect(document.title).toBe('Post 1 · Preflight');
  const { pathname, search, hash } = router.state.location;
  expect(pathname + search + hash).toBe(`/posts/${id}/post-1?from=mail#end`);
  expect(router.state.historyAction).toBe('REPLACE');
});

test('offers to change it to its author alone', async () => {
  const { unmount } = renderRoutes(routes, `/posts/${id}`);
  await screen.findByRole('heading', { level: 1, name: 'Post 1' });
  expect(screen.queryByRole('link', { name: 'Edit' })).not.toBeInTheDocument();
  unmount();

  answer('get', '/api/authentication', () => HttpResponse.json({ ...ada, id: 'somebody-else' }));
  const second = renderRoutes(routes, `/posts/${id}`);
  await screen.findByRole('heading', { level: 1, name: 'Post 1' });
  expect(screen.queryByRole('link', { name: 'Edit' })).not.toBeInTheDocument();
  second.unmount();

  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  renderRoutes(routes, `/posts/${id}`);
  expect(await screen.findByRole('link', { name: 'Edit' })).toHaveAttribute('href', `/posts/${id}/edit`);
});

test('deletes it only after asking, and says what became of it', async () => {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  answer('delete', `/api/posts/${id}`, () => problem(500, 'The server failed.'));
  const { user } = renderRoutes(routes, `/posts/${id}`);
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const dialog = screen.getByRole('dialog', { name: 'Delete this post?' });
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    'It was not deleted. The server failed.',
  );

  answer('delete', `/api/posts/${id}`, noAnswer);
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(
    await within(dialog).findByText('It may not have been deleted. The server can’t be reached.'),
  ).toBeInTheDocument();

  answer('delete', `/api/posts/${id}`, () => new HttpResponse(null, { status: 204 }));
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('“Post 1” is deleted.')).toBeInTheDocument();
  expect(await screen.findByRole('heading', { name: 'My posts' })).toBeInTheDocument();
});

test.each([
  ['is gone', 404],
  ['never was', 400],
])('says that a post %s', async (_, status) => {
  answer('get', `/api/posts/${id}`, () => problem(status, 'Nothing.'));
  renderRoutes(routes, `/posts/${id}`);
  expect(await screen.findByText('There is no post at this address')).toBeInTheDocument();
});
