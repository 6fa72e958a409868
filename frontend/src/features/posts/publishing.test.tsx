import { act, createEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { ada, wholePost } from '../../../test-support/samples';
import { answer, noAnswer, problem } from '../../../test-support/server';
import type { Post } from '../../api/generated/types.gen';
import { DeletePost } from './delete-post';
import { EditPost } from './edit-post';
import { NewPost } from './new-post';
import { draftKey, readDraft } from './post-draft';

const onSaved = vi.fn<(post: Post) => void>();
const onPublished = vi.fn<(post: Post) => void>();
const writer = { id: ada.id, loggedIn: true, onLogIn: () => undefined };
const newDraft = draftKey(ada.id, null);
const editDraft = draftKey(ada.id, wholePost(1).id);

const routes = [
  { path: '/', element: <h1>Elsewhere</h1> },
  { path: '/write', element: <NewPost writer={writer} onPublished={onPublished} cancel={null} /> },
  {
    path: '/edit',
    element: (
      <EditPost
        writer={writer}
        edited={{ post: wholePost(1), etag: '"1"' }}
        onSaved={onSaved}
        onPublished={onPublished}
        cancel={null}
      />
    ),
  },
  { path: '/delete', element: <DeletePost post={wholePost(1)} /> },
];

beforeEach(() => {
  onSaved.mockReset();
  onPublished.mockReset();
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  answer('post', '/api/posts/preview', () => HttpResponse.json({ html: '<p>Preview</p>' }));
});

/** Counts the calls, and answers them when told to. */
function answerLater(method: 'post' | 'patch' | 'delete', path: string, response: () => Response) {
  const waiting: ((response: Response) => void)[] = [];
  answer(method, path, () => new Promise<Response>((resolve) => waiting.push(resolve)));
  return {
    calls: () => waiting.length,
    release: () => {
      waiting.forEach((resolve) => {
        resolve(response());
      });
    },
  };
}

async function write(title: string, content: string) {
  const view = renderRoutes(routes, '/write');
  await view.user.type(screen.getByLabelText('Title'), title);
  await view.user.type(screen.getByLabelText('Text'), content);
  return view;
}

function twiceAtOnce(element: HTMLElement, event: () => Event): void {
  act(() => {
    element.dispatchEvent(event());
    element.dispatchEvent(event());
  });
}

test('takes no more text while it publishes, nor once it has', async () => {
  const publication = answerLater('post', '/api/posts', () =>
    HttpResponse.json(wholePost(9), { status: 201 }),
  );
  const { user } = await write('A title', 'Some text');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByRole('form', { name: 'New post' })).toHaveAttribute('aria-busy', 'true');
  for (const label of ['Title', 'Tags', 'Text']) {
    expect(screen.getByLabelText(label)).toHaveAttribute('readonly');
  }
  await user.type(screen.getByLabelText('Text'), ' and more');
  expect(screen.getByLabelText('Text')).toHaveValue('Some text');

  await waitFor(() => {
    expect(publication.calls()).toBe(1);
  });
  publication.release();
  await waitFor(() => {
    expect(onPublished).toHaveBeenCalled();
  });
  expect(screen.getByLabelText('Text')).toHaveAttribute('readonly');
});

test('takes no more text while it saves, and does again when refused', async () => {
  const change = answerLater('patch', `/api/posts/${wholePost(1).id}`, () => problem(400, 'Not like this.'));
  const { user } = renderRoutes(routes, '/edit');
  await user.type(screen.getByLabelText('Text'), ' Mine.');
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  await user.type(screen.getByLabelText('Text'), ' Late.');
  expect(screen.getByLabelText('Text')).toHaveValue('Text of 1. Mine.');
  await waitFor(() => {
    expect(change.calls()).toBe(1);
  });
  change.release();
  expect(await screen.findByText('Not like this.')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Text'), ' Again.');
  expect(screen.getByLabelText('Text')).toHaveValue('Text of 1. Mine. Again.');
});

test('publishes once for two submits at the same time', async () => {
  const publication = answerLater('post', '/api/posts', () => problem(400, 'Not like this.'));
  const { user } = await write('A title', 'Some text');
  const form = screen.getByRole('form', { name: 'New post' });
  twiceAtOnce(form, () => createEvent.submit(form));
  await waitFor(() => {
    expect(publication.calls()).toBe(1);
  });
  publication.release();
  expect(await screen.findByText('Not like this.')).toBeInTheDocument();
  expect(publication.calls()).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  await waitFor(() => {
    expect(publication.calls()).toBe(2);
  });
});

test('deletes once for two presses at the same time', async () => {
  const deletion = answerLater(
    'delete',
    `/api/posts/${wholePost(1).id}`,
    () => new HttpResponse(null, { status: 204 }),
  );
  const { user } = renderRoutes(routes, '/delete');
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const button = within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' });
  twiceAtOnce(button, () => createEvent.click(button));
  await waitFor(() => {
    expect(deletion.calls()).toBe(1);
  });
  deletion.release();
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
  expect(deletion.calls()).toBe(1);
});

test('keeps no draft of a text that is published after its page was left', async () => {
  const publication = answerLater('post', '/api/posts', () =>
    HttpResponse.json(wholePost(9), { status: 201 }),
  );
  const { user, router } = await write('A title', 'Some text');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  await waitFor(() => {
    expect(publication.calls()).toBe(1);
  });
  await router.navigate('/');
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  expect(await screen.findByRole('heading', { name: 'Elsewhere' })).toBeInTheDocument();
  expect(readDraft(newDraft)).not.toBeNull();
  publication.release();
  await waitFor(() => {
    expect(readDraft(newDraft)).toBeNull();
  });
  expect(onPublished).not.toHaveBeenCalled();
});

const mayBePublished =
  'It may have been published all the same: look at My posts before you publish it again. Nothing you typed is lost.';

test('says that a publication that took too long may have happened', async () => {
  answer('post', '/api/posts', noAnswer);
  const { user } = await write('A title', 'Some text');
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(
    await screen.findByText(`The server took too long to answer. ${mayBePublished}`),
  ).toBeInTheDocument();
  timeout.mockRestore();
});

test.each([
  ['a broken connection', noAnswer, 'The server can’t be reached.'],
  ['a gateway', () => new HttpResponse(null, { status: 502 }), 'The server is not running at the moment.'],
] as const)('says that a publication may have happened whose answer %s lost', async (_, lose, reason) => {
  answer('post', '/api/posts', lose);
  const { user } = await write('A title', 'Some text');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(`${reason} ${mayBePublished}`)).toBeInTheDocument();
});

test('publishes anew what can’t be saved because the post was deleted', async () => {
  answer('patch', `/api/posts/${wholePost(1).id}`, () => problem(404, 'There is no such post.'));
  const bodies: unknown[] = [];
  answer('post', '/api/posts', async ({ request }) => {
    bodies.push(await request.json());
    return HttpResponse.json(wholePost(9), { status: 201 });
  });
  const { user } = renderRoutes(routes, '/edit');
  await user.type(screen.getByLabelText('Text'), ' Mine.');
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  expect(await screen.findByText(/The post was deleted in another place/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Publish as a new post' }));
  await waitFor(() => {
    expect(onPublished).toHaveBeenCalledWith(wholePost(9));
  });
  expect(bodies).toEqual([{ title: 'Post 1', content: 'Text of 1. Mine.', tags: ['cors'] }]);
  expect(readDraft(editDraft)).toBeNull();
  expect(onSaved).not.toHaveBeenCalled();
});
