import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useHttpClient } from '../../api/api-context';
import type {
  Account,
  AccountDetails,
  ChangeEmailRequest,
  ChangePasswordRequest,
  Deletion,
  RegisterRequest,
} from '../../api/generated/types.gen';
import type { HttpClient } from '../../api/http-client';

const accountKeys = {
  details: (account: string) => ['account', account, 'details'] as const,
  deletion: (account: string) => ['account', account, 'deletion'] as const,
};

/** @param account whose; it is part of the key, so that nobody is shown what belongs to whoever logged in before */
export function accountOptions(client: HttpClient, account: string) {
  return queryOptions({
    queryKey: accountKeys.details(account),
    queryFn: async ({ signal }) => (await client.get<AccountDetails>('/api/account', { signal })).body,
    meta: { isPersonal: true },
  });
}

/** What would go with the account. */
export function deletionOptions(client: HttpClient, account: string) {
  return queryOptions({
    queryKey: accountKeys.deletion(account),
    queryFn: async ({ signal }) => (await client.get<Deletion>('/api/account/deletion', { signal })).body,
    meta: { isPersonal: true },
    staleTime: 0,
  });
}

/**
 * Makes an account, which the server logs in at once.
 *
 * @param onRegistered is waited for: until it is done, the registration is under way
 */
export function useRegister(onRegistered: (account: Account) => Promise<void>) {
  const client = useHttpClient();
  return useMutation({
    mutationFn: async (request: RegisterRequest) => {
      const answer = await client.post<Account>('/api/authentication/register', { body: request });
      return answer.body;
    },
    onSuccess: onRegistered,
  });
}

export function useChangeName(onChanged: (account: AccountDetails) => void) {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) =>
      (await client.patch<AccountDetails>('/api/account', { body: { name } })).body,
    onSuccess: (changed) => {
      queryClient.setQueryData(accountKeys.details(changed.id), changed);
      onChanged(changed);
    },
  });
}

export function useChangePassword(account: string) {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: ChangePasswordRequest) =>
      client.post<undefined>('/api/account/password', { body: request }),
    // With the old password goes a change of the e-mail address that it allowed.
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: accountKeys.details(account) });
    },
  });
}

export function useChangeEmail(account: string) {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: ChangeEmailRequest) =>
      client.post<undefined>('/api/account/email', { body: request }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: accountKeys.details(account) }),
  });
}

export function useSendConfirmation() {
  const client = useHttpClient();
  return useMutation({ mutationFn: () => client.post<undefined>('/api/account/email/confirmation') });
}

/** @returns everything that the server knows of the account, as the text of a JSON file */
export function useExportData() {
  const client = useHttpClient();
  return useMutation({
    mutationFn: async () => {
      const answer = await client.get<unknown>('/api/account/export');
      return `${JSON.stringify(answer.body, null, 2)}\n`;
    },
  });
}

export function useDeleteAccount(onDeleted: () => void) {
  const client = useHttpClient();
  return useMutation({
    mutationFn: (password: string) => client.post<undefined>('/api/account/deletion', { body: { password } }),
    onSuccess: onDeleted,
  });
}
