import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { hasStatus } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import type { Account, LogInRequest } from '../../api/generated/types.gen';
import type { HttpClient } from '../../api/http-client';
import { sessionState, type SessionState } from './session-state';

export const sessionKey = ['session'] as const;

export function sessionOptions(client: HttpClient) {
  return queryOptions({
    queryKey: sessionKey,
    queryFn: ({ signal }) => readSession(client, signal),
    // Another tab may have logged in or out: worth asking again when the reader comes back to this one.
    staleTime: 30_000,
    gcTime: Infinity,
    // A server that answers, but fails to say who this is, is asked again; one that cannot be reached is retried anyway.
    refetchInterval: (query) => (query.state.error?.kind === 'problem' ? 15_000 : false),
  });
}

/** 204: a visitor. 401: a session that no longer holds. */
async function readSession(client: HttpClient, signal: AbortSignal): Promise<Account | null> {
  try {
    const answer = await client.get<Account | undefined>('/api/authentication', { signal });
    return answer.body ?? null;
  } catch (error) {
    if (hasStatus(error, 401)) return null;
    throw error;
  }
}

export function useSession(): SessionState {
  const session = useQuery(sessionOptions(useHttpClient()));
  return sessionState(session.data, session.isError);
}

/** Makes an account that the server has just logged in this client's session. */
export function useEnterSession(): (account: Account) => void {
  const queryClient = useQueryClient();
  return useCallback(
    (account) => {
      void queryClient.cancelQueries({ queryKey: sessionKey });
      queryClient.setQueryData(sessionKey, account);
    },
    [queryClient],
  );
}

export function useLogIn() {
  const client = useHttpClient();
  const enter = useEnterSession();
  return useMutation({
    mutationFn: async (request: LogInRequest) => {
      const answer = await client.post<Account>('/api/authentication/log-in', { body: request });
      return answer.body;
    },
    onSuccess: enter,
    // Its 401 is about what was typed, and says nothing about a session.
    meta: { refusalIsLocal: true },
  });
}

export function useLogOut() {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.post<undefined>('/api/authentication/log-out'),
    onSuccess: async () => {
      await queryClient.cancelQueries({ queryKey: sessionKey });
      queryClient.setQueryData(sessionKey, null);
    },
  });
}
