import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { ada, wholePost } from '../../../test-support/samples';
import { answer, noAnswer, problem } from '../../../test-support/server';
import type { Post } from '../../api/generated/types.gen';
import { EditPost } from './edit-post';
import { NewPost } from './new-post';
import { draftKey, readDraft } from './post-draft';

const onSaved = vi.fn<(post: Post) => void>();
const onLogIn = vi.fn<() => void>();
const writer = { id: ada.id, loggedIn: true, onLogIn };

const routes = [
  { path: '/', element: <h1>Elsewhere</h1> },
  { path: '/write', element: <NewPost writer={writer} onPublished={onSaved} cancel={null} /> },
  {
    path: '/edit',
    element: (
      <EditPost
        writer={writer}
        edited={{ post: wholePost(1), etag: '"1"' }}
        onSaved={onSaved}
        onPublished={onSaved}
        cancel={null}
      />
    ),
  },
];

beforeEach(() => {
  onSaved.mockReset();
  onLogIn.mockReset();
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  answer('post', '/api/posts/preview', () => HttpResponse.json({ html: '<p>Preview</p>' }));
});

async function write(title: string, content: string) {
  const view = renderRoutes(routes, '/write');
  await view.user.type(screen.getByLabelText('Title'), title);
  await view.user.type(screen.getByLabelText('Text'), content);
  return view;
}

test('publishes what was written, and keeps no draft of it', async () => {
  const bodies: unknown[] = [];
  answer('post', '/api/posts', async ({ request }) => {
    bodies.push(await request.json());
    return HttpResponse.json(wholePost(9), { status: 201 });
  });
  const { user } = await write(' A title ', 'Some text');
  await user.type(screen.getByLabelText('Tags'), 'CORS, http');
  expect(readDraft(draftKey(ada.id, null))?.values.content).toBe('Some text');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  await waitFor(() => {
    expect(onSaved).toHaveBeenCalledWith(wholePost(9));
  });
  expect(bodies).toEqual([{ title: 'A title', content: 'Some text', tags: ['cors', 'http'] }]);
  expect(readDraft(draftKey(ada.id, null))).toBeNull();
});

test('publishes once, however often the button is pressed', async () => {
  let calls = 0;
  answer('post', '/api/posts', () => {
    calls += 1;
    return new Promise<Response>(() => undefined);
  });
  const { user } = await write('A title', 'Text');
  const button = screen.getByRole('button', { name: 'Publish' });
  await user.dblClick(button);
  await user.type(screen.getByLabelText('Title'), '{Enter}');
  expect(calls).toBe(1);
  expect(button).toHaveAttribute('aria-busy', 'true');
});

test('shows each violation at its field, and loses nothing', async () => {
  answer('post', '/api/posts', () =>
    problem(400, 'Look again.', [
      { field: 'title', message: 'That title is odd.' },
      { field: 'status', message: 'Unknown.' },
    ]),
  );
  const { user } = await write('A title', 'Some text');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText('status: Unknown.')).toBeInTheDocument();
  expect(screen.getByLabelText('Title')).toBeInvalid();
  expect(screen.getByLabelText('Title')).toHaveAccessibleDescription('That title is odd.');
  expect(screen.getByLabelText('Text')).toHaveValue('Some text');

  await user.type(screen.getByLabelText('Title'), '!');
  expect(screen.getByLabelText('Title')).not.toBeInvalid();
});

test('keeps the text when the server is out of reach', async () => {
  answer('post', '/api/posts', noAnswer);
  const { user } = await write('A title', 'Some text');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing you typed is lost');
  expect(screen.getByLabelText('Text')).toHaveValue('Some text');
});

test('brings a draft back after a reload, and lets go of it when told to', async () => {
  const { unmount } = await write('A title', 'Some text');
  unmount();
  const { user } = renderRoutes(routes, '/write');
  expect(screen.getByLabelText('Text')).toHaveValue('Some text');
  await user.click(screen.getByRole('button', { name: 'Discard it' }));
  expect(screen.getByLabelText('Text')).toHaveValue('');
  expect(readDraft(draftKey(ada.id, null))).toBeNull();
});

test('asks before unpublished text is left, and stays or goes as told', async () => {
  const { user, router } = await write('A title', 'Some text');
  await router.navigate('/');
  const dialog = await screen.findByRole('dialog', { name: 'Leave without publishing?' });
  expect(within(dialog).getByRole('button', { name: 'Stay' })).toHaveFocus();
  await user.click(within(dialog).getByRole('button', { name: 'Stay' }));
  expect(screen.getByLabelText('Text')).toHaveValue('Some text');

  await router.navigate('/');
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  expect(await screen.findByRole('heading', { name: 'Elsewhere' })).toBeInTheDocument();
  expect(readDraft(draftKey(ada.id, null))?.values.title).toBe('A title');
});

test('lets a page without changes go', async () => {
  const { router } = renderRoutes(routes, '/edit');
  await router.navigate('/');
  expect(await screen.findByRole('heading', { name: 'Elsewhere' })).toBeInTheDocument();
});

test('explains a change made meanwhile, and saves over it only when told to', async () => {
  const versions: (string | null)[] = [];
  answer('patch', `/api/posts/${wholePost(1).id}`, ({ request }) => {
    const version = request.headers.get('If-Match');
    versions.push(version);
    return version === '"2"'
      ? HttpResponse.json(wholePost(1), { headers: { ETag: '"3"' } })
      : problem(412, 'The post was changed.');
  });
  answer('get', `/api/posts/${wholePost(1).id}`, () =>
    HttpResponse.json({ ...wholePost(1), content: 'Theirs.' }, { headers: { ETag: '"2"' } }),
  );
  const { user } = renderRoutes(routes, '/edit');
  await user.type(screen.getByLabelText('Text'), ' Mine.');
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  await user.click(await screen.findByRole('button', { name: 'Show the other version' }));
  expect(await screen.findByText('Theirs.')).toBeInTheDocument();
  expect(screen.getByLabelText('Text')).toHaveValue('Text of 1. Mine.');

  await user.click(screen.getByRole('button', { name: 'Save mine in its place' }));
  await waitFor(() => {
    expect(onSaved).toHaveBeenCalled();
  });
  expect(versions).toEqual(['"1"', '"2"']);
});

test('keeps the last good preview when the next one fails', async () => {
  const { user } = await write('A title', 'Text');
  expect(await screen.findByText('Preview', { selector: 'p' })).toBeInTheDocument();
  answer('post', '/api/posts/preview', () => problem(400, 'Not now.'));
  await user.type(screen.getByLabelText('Text'), ' more');
  expect(await screen.findByText(/The preview couldn’t be made. Not now./)).toBeInTheDocument();
  expect(screen.getByText('Preview', { selector: 'p' })).toBeInTheDocument();
});
