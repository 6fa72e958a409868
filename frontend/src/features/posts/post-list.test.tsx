import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { postSummary } from '../../../test-support/samples';
import { answer, problem } from '../../../test-support/server';
import { PostList } from './post-list';

const routes = [{ path: '/', Component: PostList }];

function titles(): (string | null)[] {
  return screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
}

test('lists a page, and the next one when asked, each post once', async () => {
  const cursors: (string | null)[] = [];
  answer('get', '/api/posts', ({ request }) => {
    const cursor = new URL(request.url).searchParams.get('cursor');
    cursors.push(cursor);
    return cursor === null
      ? HttpResponse.json({ items: [postSummary(3), postSummary(2)], next: 'after-2' })
      : HttpResponse.json({ items: [postSummary(1)], next: null });
  });
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('You have reached the first post.')).toBeInTheDocument();
  expect(titles()).toEqual(['Post 3', 'Post 2', 'Post 1']);
  expect(cursors).toEqual([null, 'after-2']);
});

test('tells what a post is about, and leads to it', async () => {
  answer('get', '/api/posts', () => HttpResponse.json({ items: [postSummary(7)], next: null }));
  renderRoutes(routes);
  const card = await screen.findByRole('article');
  expect(within(card).getByRole('link', { name: 'Post 7' })).toHaveAttribute(
    'href',
    `/posts/${postSummary(7).id}/post-7`,
  );
  expect(card).toHaveTextContent('About 7.');
  expect(card).toHaveTextContent('Ada Lovelace');
  expect(within(card).getByText('1 March 2026')).toHaveAttribute('datetime', '2026-03-01T10:00:00Z');
});

test('keeps what it has when the next page fails, and says so', async () => {
  answer('get', '/api/posts', ({ request }) =>
    request.url.includes('cursor')
      ? problem(400, 'The cursor is unknown.')
      : HttpResponse.json({ items: [postSummary(2)], next: 'after-2' }),
  );
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The next posts couldn’t be loaded. The cursor is unknown.',
  );
  expect(titles()).toEqual(['Post 2']);
  expect(screen.getByRole('button', { name: 'Show more' })).toBeInTheDocument();
});

test('says that there are no posts yet', async () => {
  answer('get', '/api/posts', () => HttpResponse.json({ items: [], next: null }));
  renderRoutes(routes);
  expect(await screen.findByText('Nothing has been published yet')).toBeInTheDocument();
});

test('says that the posts could not be loaded, and tries again when asked', async () => {
  answer('get', '/api/posts', () => problem(400, 'Not like this.'));
  const { user } = renderRoutes(routes);
  expect(await screen.findByRole('alert')).toHaveTextContent('Not like this.');
  answer('get', '/api/posts', () => HttpResponse.json({ items: [postSummary(1)], next: null }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Post 1' })).toBeInTheDocument();
});
