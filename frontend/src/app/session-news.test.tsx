import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, onTestFinished, test } from 'vitest';
import { createSessionChannel, type SessionChannel, type SessionNews } from '../api/session-channel';
import { renderRoutes } from '../../test-support/render-page';
import { ada, adaInDetail, bob, device } from '../../test-support/samples';
import { answer, problem } from '../../test-support/server';
import { Layout } from './layout';
import { AccountRoute } from './routes/account-route';
import { DevicesRoute } from './routes/devices-route';
import { WriteRoute } from './routes/write-route';

const routes = [
  {
    Component: Layout,
    children: [
      { index: true, element: <h1>Home</h1> },
      { path: 'devices', Component: DevicesRoute },
      { path: 'account', Component: AccountRoute },
      { path: 'write', Component: WriteRoute },
    ],
  },
];

function anotherTab(): SessionChannel {
  const tab = createSessionChannel();
  onTestFinished(tab.close);
  return tab;
}

function loggedIn(account = ada): void {
  answer('get', '/api/authentication', () => HttpResponse.json(account));
}

test('logs this tab out with another one, at once, and shows nothing personal any more', async () => {
  loggedIn();
  answer('get', '/api/sessions', () => HttpResponse.json({ items: [device(140, { current: true })] }));
  const { queryClient } = renderRoutes(routes, '/devices');
  await screen.findByText(/Firefox 140/);

  // The server is not even asked.
  answer('get', '/api/authentication', () => new Promise<Response>(() => undefined));
  anotherTab().tell('left');
  expect(await screen.findByText('You are logged out')).toBeInTheDocument();
  expect(screen.queryByText(/Firefox 140/)).not.toBeInTheDocument();
  expect(screen.getByText('You are logged out, by another tab.')).toBeInTheDocument();
  expect(queryClient.getQueryCache().findAll({ queryKey: ['devices'] })).toEqual([]);
});

test('shows who logged in in another tab', async () => {
  answer('get', '/api/authentication', () => new HttpResponse(null, { status: 204 }));
  renderRoutes(routes);
  await screen.findByRole('link', { name: 'Log in' });
  loggedIn();
  anotherTab().tell('changed');
  expect(await screen.findByRole('button', { name: 'Account: Ada Lovelace' })).toBeInTheDocument();
});

test('shows the devices of whoever took the place of another, and forgets the other’s', async () => {
  loggedIn();
  answer('get', '/api/sessions', () => HttpResponse.json({ items: [device(140, { current: true })] }));
  const { queryClient } = renderRoutes(routes, '/devices');
  await screen.findByText(/Firefox 140/);

  loggedIn(bob);
  answer('get', '/api/sessions', () => HttpResponse.json({ items: [device(99, { current: true })] }));
  anotherTab().tell('changed');
  expect(await screen.findByText(/Firefox 99/)).toBeInTheDocument();
  expect(screen.queryByText(/Firefox 140/)).not.toBeInTheDocument();
  await waitFor(() => {
    expect(queryClient.getQueryCache().findAll({ queryKey: ['devices', ada.id] })).toEqual([]);
  });
});

test('asks anew for what is somebody’s own when another tab has changed it', async () => {
  loggedIn();
  answer('get', '/api/sessions', () => HttpResponse.json({ items: [device(140, { current: true })] }));
  renderRoutes(routes, '/devices');
  await screen.findByText(/Firefox 140/);

  answer('get', '/api/sessions', () => HttpResponse.json({ items: [device(141, { current: true })] }));
  anotherTab().tell('changed');
  expect(await screen.findByText(/Firefox 141/)).toBeInTheDocument();
});

test('keeps what somebody writes when another tab logs out, and when somebody else logs in there', async () => {
  loggedIn();
  const { user } = renderRoutes(routes, '/write');
  await user.type(await screen.findByLabelText('Title'), 'Unsaved');
  const tab = anotherTab();
  tab.tell('left');
  expect(await screen.findByText(/Your session has ended/)).toBeInTheDocument();
  expect(screen.getByLabelText('Title')).toHaveValue('Unsaved');

  loggedIn(bob);
  tab.tell('changed');
  expect(await screen.findByRole('button', { name: 'Account: Bob Babbage' })).toBeInTheDocument();
  expect(screen.getByLabelText('Title')).toHaveValue('Unsaved');
});

test('tells the other tabs of a logout', async () => {
  loggedIn();
  answer('post', '/api/authentication/log-out', () => new HttpResponse(null, { status: 204 }));
  const heard = new Promise<SessionNews>((resolve) => anotherTab().subscribe(resolve));
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('button', { name: 'Account: Ada Lovelace' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Log out' }));
  expect(await heard).toBe('left');
});

test('deletes an account after saying what goes, here and in the other tabs, with its drafts', async () => {
  loggedIn();
  answer('get', '/api/account', () => HttpResponse.json(adaInDetail));
  answer('get', '/api/account/deletion', () => HttpResponse.json({ goes: [{ name: 'posts', count: 3 }] }));
  answer('post', '/api/account/deletion', async ({ request }) =>
    ((await request.json()) as { password: string }).password === 'right'
      ? new HttpResponse(null, { status: 204 })
      : problem(400, 'Look again.', [{ field: 'password', message: 'This is not your password.' }]),
  );
  sessionStorage.setItem(`preflight-draft:${ada.id}:new`, '{}');
  sessionStorage.setItem(`preflight-draft:${bob.id}:new`, '{}');
  const heard = new Promise<SessionNews>((resolve) => anotherTab().subscribe(resolve));
  const { user } = renderRoutes(routes, '/account');

  await user.click(await screen.findByRole('button', { name: 'Delete my account' }));
  expect(await screen.findByText('Posts')).toBeInTheDocument();
  expect(screen.getByText('3')).toBeInTheDocument();
  const password = screen.getByLabelText('Your password');
  await user.type(password, 'wrong{Enter}');
  await waitFor(() => {
    expect(password).toHaveAccessibleDescription('This is not your password.');
  });
  expect(password).toHaveValue('wrong');
  await user.clear(password);
  await user.type(password, 'right{Enter}');

  expect(await screen.findByText('Your account is deleted')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Log in' })).toBeInTheDocument();
  expect(await heard).toBe('left');
  expect(Object.keys(sessionStorage)).toEqual([`preflight-draft:${bob.id}:new`]);
});
