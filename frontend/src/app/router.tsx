import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Layout } from './layout';
import { FailedRoute } from './routes/failed-route';
import { PostListRoute } from './routes/post-list-route';

function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

// The list is where most visits begin, so it travels with the entry; the other pages come when they are asked for.
export const routes: RouteObject[] = [
  {
    Component: Layout,
    children: [
      {
        ErrorBoundary: FailedRoute,
        // A first visit to a lazy page shows the layout around it, for the moment that its code takes to arrive.
        HydrateFallback: () => null,
        children: [
          { index: true, Component: PostListRoute },
          page('posts/:id/edit', async () => (await import('./routes/edit-route')).EditRoute),
          page('posts/:id/:slug?', async () => (await import('./routes/post-route')).PostRoute),
          page('write', async () => (await import('./routes/write-route')).WriteRoute),
          page('my-posts', async () => (await import('./routes/my-posts-route')).MyPostsRoute),
          page('log-in', async () => (await import('./routes/log-in-route')).LogInRoute),
          page('register', async () => (await import('./routes/register-route')).RegisterRoute),
          page('account', async () => (await import('./routes/account-route')).AccountRoute),
          page('devices', async () => (await import('./routes/devices-route')).DevicesRoute),
          page(
            'forgot-password',
            async () => (await import('./routes/forgot-password-route')).ForgotPasswordRoute,
          ),
          page(
            'reset-password',
            async () => (await import('./routes/reset-password-route')).ResetPasswordRoute,
          ),
          page('confirm-email', async () => (await import('./routes/confirm-email-route')).ConfirmEmailRoute),
          page('outbox', async () => (await import('./routes/outbox-route')).OutboxRoute),
          page('lab/*', async () => (await import('./routes/lab-route')).LabRoute),
          page('*', async () => (await import('./routes/not-found-route')).NotFoundRoute),
        ],
      },
    ],
  },
];

export function createAppRouter() {
  return createBrowserRouter(routes);
}
