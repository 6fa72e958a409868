import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { ada, wholePost } from '../../../test-support/samples';
import { answer, problem } from '../../../test-support/server';
import { draftKey, keepDraft, readDraft } from '../../features/posts/post-draft';
import { EditRoute } from './edit-route';

const { id } = wholePost(1);
const draft = draftKey(ada.id, id);

const routes = [
  { path: '/posts/:id/edit', Component: EditRoute },
  { path: '/posts/:id/:slug', element: <h1>Published</h1> },
];

beforeEach(() => {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  answer('post', '/api/posts/preview', () => HttpResponse.json({ html: '<p>Preview</p>' }));
  answer('get', `/api/posts/${id}`, () => problem(404, 'There is no such post.'));
});

test('offers the text kept of a post that is gone', async () => {
  answer('post', '/api/posts', () => HttpResponse.json(wholePost(9), { status: 201 }));
  keepDraft(draft, { values: { title: 'Kept', tags: '', content: 'Kept text' }, etag: '"1"' });
  const { user } = renderRoutes(routes, `/posts/${id}/edit`);
  expect(await screen.findByLabelText('Text')).toHaveValue('Kept text');
  expect(screen.getByText(/The post was deleted in another place/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Publish as a new post' }));
  expect(await screen.findByRole('heading', { name: 'Published' })).toBeInTheDocument();
  expect(readDraft(draft)).toBeNull();
});

test('says that there is no post when nothing is kept of it', async () => {
  renderRoutes(routes, `/posts/${id}/edit`);
  expect(await screen.findByText('There is no post at this address')).toBeInTheDocument();
});
