import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { ada } from '../../../test-support/samples';
import { answer, noAnswer } from '../../../test-support/server';
import { Layout } from '../layout';
import { FailedRoute } from './failed-route';

const reload = vi.fn<() => void>();
const routes = [
  {
    Component: Layout,
    children: [
      {
        ErrorBoundary: FailedRoute,
        HydrateFallback: () => null,
        children: [{ path: 'lost', lazy: () => Promise.reject(new TypeError('The code did not come.')) }],
      },
    ],
  },
];

beforeEach(() => {
  reload.mockReset();
  vi.stubGlobal('location', { origin: window.location.origin, reload });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('loads a page whose code did not come again once the server answers', async () => {
  answer('get', '/api/authentication', noAnswer);
  const { user } = renderRoutes(routes, '/lost');
  expect(await screen.findByRole('heading', { name: 'This page failed' })).toBeInTheDocument();
  expect(await screen.findByText(/can’t be reached/)).toBeInTheDocument();
  expect(reload).not.toHaveBeenCalled();

  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  await waitFor(() => {
    expect(reload).toHaveBeenCalledOnce();
  });
});

test('is loaded again only when asked while the server answers', async () => {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  const { user } = renderRoutes(routes, '/lost');
  await screen.findByRole('button', { name: 'Account: Ada Lovelace' });
  expect(reload).not.toHaveBeenCalled();
  await user.click(await screen.findByRole('button', { name: 'Load it again' }));
  expect(reload).toHaveBeenCalledOnce();
});
