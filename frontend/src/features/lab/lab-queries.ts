import { queryOptions } from '@tanstack/react-query';
import { hasStatus } from '../../api/api-error';
import type { PolicyInForce } from '../../api/generated/types.gen';
import type { HttpClient } from '../../api/http-client';
import type { InitiatorName } from './runs/setup';

/** What the Lab of this server offers. */
export interface LabOffer {
  /** The pages, besides this one, that calls can start from; none on a public server. */
  readonly initiators: readonly { readonly name: InitiatorName; readonly url: string }[];
  /** Whether the server repeats a Doctor's request: in development, on this machine. */
  readonly doctor: boolean;
}

/** @returns `off` where the server has its Lab switched off */
export function labOptions(client: HttpClient) {
  return queryOptions({
    queryKey: ['lab'],
    queryFn: async ({ signal }): Promise<LabOffer | 'off'> => {
      try {
        return (await client.get<LabOffer>('/api/lab', { signal })).body;
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
