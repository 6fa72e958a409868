import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi, useHttpClient } from '../../api/api-context';
import type { Account, LogInRequest } from '../../api/generated/types.gen';
import { setSession } from './session-queries';

/** Makes an account that the server has just logged in, or changed, this client's session, in all tabs. */
export function useEnterSession(): (account: Account) => void {
  const { channel } = useApi();
  const queryClient = useQueryClient();
  return useCallback(
    (account) => {
      setSession(queryClient, account);
      channel.tell('changed');
    },
    [channel, queryClient],
  );
}

/** @param onAccepted is waited for: until it is done, the login is under way */
export function useLogIn(onAccepted: (account: Account) => Promise<void>) {
  const client = useHttpClient();
  return useMutation({
    mutationFn: async (request: LogInRequest) => {
      const answer = await client.post<Account>('/api/authentication/log-in', { body: request });
      return answer.body;
    },
    onSuccess: onAccepted,
    // Its 401 is about what was typed, and says nothing about a session.
    meta: { refusalIsLocal: true },
  });
}
