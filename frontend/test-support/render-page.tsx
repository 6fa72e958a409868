import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router';
import { onTestFinished } from 'vitest';
import { createApi } from '../src/api/api';
import { ApiContext } from '../src/api/api-context';
import { createAppQueryClient } from '../src/app/query-client';
import { Recovery } from '../src/app/recovery';
import { ToastProvider } from '../src/ui/toast';
import { address } from './server';

/** Renders routes as the app does, on a router of their own. */
export function renderRoutes(routes: RouteObject[], path = '/') {
  const api = createApi(address);
  onTestFinished(api.channel.close);
  const queryClient = createAppQueryClient();
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retryDelay: 1 } });
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const view = render(
    <ApiContext value={api}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <Recovery />
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </ApiContext>,
  );
  return { ...view, api, queryClient, router, user: userEvent.setup() };
}
