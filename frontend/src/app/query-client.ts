import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { type ApiError, hasStatus } from '../api/api-error';
import { sessionKey } from '../features/sessions/session-queries';

export function createAppQueryClient(): QueryClient {
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEndedSession }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.refusalIsLocal !== true) noticeEndedSession(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Whether the network is there is found out by calling; a server on this machine needs none.
        networkMode: 'always',
        retry: shouldRetry,
      },
      mutations: { networkMode: 'always' },
    },
  });

  /** The server knows no session behind a call that needs one: time to ask who is logged in. */
  function noticeEndedSession(error: ApiError): void {
    if (hasStatus(error, 401)) void queryClient.invalidateQueries({ queryKey: sessionKey });
  }
  return queryClient;
}

/** A failure of the server may pass; a refusal will not, and a server out of reach is retried in one place for all. */
function shouldRetry(failures: number, error: ApiError): boolean {
  return error.kind === 'problem' && error.status >= 500 && failures < 2;
}
