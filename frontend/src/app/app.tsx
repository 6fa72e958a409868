import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import { createApi } from '../api/api';
import { ApiContext } from '../api/api-context';
import { ToastProvider } from '../ui/toast';
import { createAppQueryClient } from './query-client';
import { Recovery } from './recovery';
import { createAppRouter } from './router';

/** @param address the API's origin, or empty for the page's own */
export function App({ address }: { readonly address: string }) {
  const [api] = useState(() => createApi(address));
  const [queryClient] = useState(createAppQueryClient);
  const [router] = useState(createAppRouter);
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <Recovery />
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </ApiContext>
  );
}
