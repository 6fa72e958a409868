import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { renderRoutes } from '../../test-support/render-page';
import { ada } from '../../test-support/samples';
import { answer, noAnswer, problem } from '../../test-support/server';
import { Layout } from './layout';
import { RequireSession } from './require-session';
import { LogInRoute } from './routes/log-in-route';

const routes = [
  {
    Component: Layout,
    children: [
      { index: true, element: <h1>Home</h1> },
      {
        path: 'guarded',
        element: <RequireSession title="Guarded">{(account) => <h1>For {account.name}</h1>}</RequireSession>,
      },
      { path: 'log-in', Component: LogInRoute },
    ],
  },
];

function visitor(): void {
  answer('get', '/api/authentication', () => new HttpResponse(null, { status: 204 }));
}

function logInAsAda(): Response {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  return HttpResponse.json(ada);
}

test('shows a visitor the ways in, once it is known that this is one', async () => {
  visitor();
  renderRoutes(routes);
  expect(screen.queryByRole('link', { name: 'Log in' })).not.toBeInTheDocument();
  expect(await screen.findByRole('link', { name: 'Log in' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Register' })).toBeInTheDocument();
});

test('restores a session, and never shows the ways in meanwhile', async () => {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  renderRoutes(routes);
  expect(await screen.findByRole('button', { name: 'Account: Ada Lovelace' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Log in' })).not.toBeInTheDocument();
});

test('takes a session that no longer holds for none', async () => {
  answer('get', '/api/authentication', () => problem(401, 'The session has ended.'));
  renderRoutes(routes);
  expect(await screen.findByRole('link', { name: 'Log in' })).toBeInTheDocument();
});

test('says that the server is out of reach, logs nobody out, and recovers by itself', async () => {
  answer('get', '/api/authentication', noAnswer);
  renderRoutes(routes, '/guarded');
  expect(await screen.findByText(/You have not been logged out/)).toBeInTheDocument();
  expect(screen.getByText(/The server at http:\/\/api.test can’t be reached/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Log in' })).not.toBeInTheDocument();

  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  expect(
    await screen.findByRole('heading', { name: 'For Ada Lovelace' }, { timeout: 4_000 }),
  ).toBeInTheDocument();
  expect(screen.queryByText(/can’t be reached/)).not.toBeInTheDocument();
});

test('keeps the account when the server goes away, and tries at once when asked', async () => {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  const { api, user } = renderRoutes(routes);
  await screen.findByRole('button', { name: 'Account: Ada Lovelace' });

  answer('get', '/api/posts', noAnswer);
  await api.client.get('/api/posts').catch(() => undefined);
  expect(await screen.findByText(/can’t be reached/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Account: Ada Lovelace' })).toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Try now' }));
  await waitFor(() => {
    expect(screen.queryByText(/can’t be reached/)).not.toBeInTheDocument();
  });
});

test('sends a visitor from a guarded page to log in, and back', async () => {
  visitor();
  answer('post', '/api/authentication/log-in', logInAsAda);
  const { router, user } = renderRoutes(routes, '/guarded?tab=2');
  await user.type(await screen.findByLabelText('E-mail'), 'ada@example.com');
  await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
  expect(await screen.findByRole('heading', { name: 'For Ada Lovelace' })).toBeInTheDocument();
  expect(router.state.location.pathname + router.state.location.search).toBe('/guarded?tab=2');
});

test('says why a login was refused, and keeps what was typed', async () => {
  visitor();
  answer('post', '/api/authentication/log-in', () =>
    problem(401, 'The e-mail address or the password is wrong.'),
  );
  const { user } = renderRoutes(routes, '/log-in');
  await user.click(await screen.findByRole('button', { name: 'Log in' }));
  expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(
    'Type the e-mail address of your account.',
  );
  expect(screen.getByLabelText('E-mail')).toHaveFocus();

  await user.type(screen.getByLabelText('E-mail'), 'ada@example.com');
  expect(screen.getByLabelText('E-mail')).toBeValid();
  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('The e-mail address or the password is wrong.');
  expect(screen.getByLabelText('E-mail')).toHaveValue('ada@example.com');
  expect(screen.getByLabelText('Password')).toHaveValue('wrong');
});

test('logs out, or says that it could not', async () => {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  answer('post', '/api/authentication/log-out', () => problem(500, 'The server failed.'));
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('button', { name: 'Account: Ada Lovelace' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Log out' }));
  expect(await screen.findByText('You are still logged in. The server failed.')).toBeInTheDocument();

  answer('post', '/api/authentication/log-out', () => new HttpResponse(null, { status: 204 }));
  await user.click(screen.getByRole('button', { name: 'Account: Ada Lovelace' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Log out' }));
  expect(await screen.findByRole('link', { name: 'Log in' })).toBeInTheDocument();
});

test('says that somebody may still be logged in when no answer came', async () => {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  answer('post', '/api/authentication/log-out', noAnswer);
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('button', { name: 'Account: Ada Lovelace' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Log out' }));
  expect(
    await screen.findByText('You may still be logged in. The server can’t be reached.'),
  ).toBeInTheDocument();
});
