import { queryOptions } from '@tanstack/react-query';
import { hasStatus } from '../../api/api-error';
import type { Lab, PolicyInForce } from '../../api/generated/types.gen';
import type { HttpClient } from '../../api/http-client';

/** @returns `off` where the server has its Lab switched off */
export function labOptions(client: HttpClient) {
  return queryOptions({
    queryKey: ['lab'],
    queryFn: async ({ signal }): Promise<Lab | 'off'> => {
      try {
        return (await client.get<Lab>('/api/lab', { signal })).body;
      } catch (error) {
        if (hasStatus(error, 404)) return 'off';
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

export function policyOptions(client: HttpClient) {
  return queryOptions({
    queryKey: ['lab', 'policy'],
    queryFn: async ({ signal }) => (await client.get<PolicyInForce>('/api/lab/policy', { signal })).body,
    // It changes only when the server starts anew.
    staleTime: 60_000,
  });
}
