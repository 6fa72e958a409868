import { queryOptions, useMutation } from '@tanstack/react-query';
import { useHttpClient } from '../../api/api-context';
import type { Outbox, ResetPasswordRequest } from '../../api/generated/types.gen';
import type { HttpClient } from '../../api/http-client';

/** The server answers alike whether there is such an account or not. */
export function useRequestReset() {
  const client = useHttpClient();
  return useMutation({
    mutationFn: (email: string) =>
      client.post<undefined>('/api/account/password/reset-request', { body: { email } }),
  });
}

/** @param onReset to be told that every session of the account is over, maybe this one too */
export function useResetPassword(onReset: () => void) {
  const client = useHttpClient();
  return useMutation({
    mutationFn: (request: ResetPasswordRequest) =>
      client.post<undefined>('/api/account/password/reset', { body: request }),
    onSuccess: onReset,
  });
}

export function useConfirmEmail(onConfirmed: () => void) {
  const client = useHttpClient();
  return useMutation({
    mutationFn: (token: string) => client.post<undefined>('/api/account/email/confirm', { body: { token } }),
    onSuccess: onConfirmed,
  });
}

/** The mails that a server at home sends nowhere; 404 elsewhere. */
export function outboxOptions(client: HttpClient) {
  return queryOptions({
    queryKey: ['outbox'],
    queryFn: async ({ signal }) => (await client.get<Outbox>('/api/outbox', { signal })).body.items,
    staleTime: 0,
  });
}
