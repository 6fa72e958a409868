import { useMutation } from '@tanstack/react-query';
import { useHttpClient } from '../../api/api-context';
import type { Account, RegisterRequest } from '../../api/generated/types.gen';

/** Makes an account, which the server logs in at once. */
export function useRegister() {
  const client = useHttpClient();
  return useMutation({
    mutationFn: async (request: RegisterRequest) => {
      const answer = await client.post<Account>('/api/authentication/register', { body: request });
      return answer.body;
    },
  });
}
