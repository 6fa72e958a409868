import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { hasStatus } from '../../api/api-error';
import { useApi, useHttpClient } from '../../api/api-context';
import type { Account } from '../../api/generated/types.gen';
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

/** Asks anew who is logged in and, if that is still the same account, for what is its own. */
export async function renewReader(queryClient: QueryClient): Promise<void> {
  const reader = () => queryClient.getQueryData<Account | null>(sessionKey)?.id;
  const before = reader();
  await queryClient.invalidateQueries({ queryKey: sessionKey });
  if (reader() !== before) return;
  await queryClient.invalidateQueries({ predicate: ({ meta }) => meta?.isPersonal === true });
}

/** Changes who is logged in, in this tab. */
export function setSession(queryClient: QueryClient, account: Account | null): void {
  void queryClient.cancelQueries({ queryKey: sessionKey });
  queryClient.setQueryData(sessionKey, account);
}

/** To be called when the server has ended this session: nobody is logged in any more, in the other tabs neither. */
export function useLeaveSession(): () => void {
  const { channel } = useApi();
  const queryClient = useQueryClient();
  return useCallback(() => {
    setSession(queryClient, null);
    channel.tell('left');
  }, [channel, queryClient]);
}
