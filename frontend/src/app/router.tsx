import { createBrowserRouter, type RouteObject } from 'react-router';
import { Layout } from './layout';
import { FailedRoute } from './routes/failed-route';
import { NotFoundRoute } from './routes/not-found-route';
import { PostListRoute } from './routes/post-list-route';

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
          {
            path: 'posts/:id/edit',
            lazy: async () => ({ Component: (await import('./routes/edit-route')).EditRoute }),
          },
          {
            path: 'posts/:id/:slug?',
            lazy: async () => ({ Component: (await import('./routes/post-route')).PostRoute }),
          },
          {
            path: 'write',
            lazy: async () => ({ Component: (await import('./routes/write-route')).WriteRoute }),
          },
          {
            path: 'my-posts',
            lazy: async () => ({ Component: (await import('./routes/my-posts-route')).MyPostsRoute }),
          },
          {
            path: 'log-in',
            lazy: async () => ({ Component: (await import('./routes/log-in-route')).LogInRoute }),
          },
          {
            path: 'register',
            lazy: async () => ({ Component: (await import('./routes/register-route')).RegisterRoute }),
          },
          {
            path: 'account',
            lazy: async () => ({ Component: (await import('./routes/account-route')).AccountRoute }),
          },
          {
            path: 'devices',
            lazy: async () => ({ Component: (await import('./routes/devices-route')).DevicesRoute }),
          },
          {
            path: 'forgot-password',
            lazy: async () => ({
              Component: (await import('./routes/forgot-password-route')).ForgotPasswordRoute,
            }),
          },
          {
            path: 'reset-password',
            lazy: async () => ({
              Component: (await import('./routes/reset-password-route')).ResetPasswordRoute,
            }),
          },
          {
            path: 'confirm-email',
            lazy: async () => ({
              Component: (await import('./routes/confirm-email-route')).ConfirmEmailRoute,
            }),
          },
          {
            path: 'outbox',
            lazy: async () => ({ Component: (await import('./routes/outbox-route')).OutboxRoute }),
          },
          {
            path: 'lab/*',
            lazy: async () => ({ Component: (await import('./routes/lab-route')).LabRoute }),
          },
          { path: '*', Component: NotFoundRoute },
        ],
      },
    ],
  },
];

export function createAppRouter() {
  return createBrowserRouter(routes);
}
