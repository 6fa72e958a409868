import { queryOptions, useMutation } from '@tanstack/react-query';
import { useHttpClient } from '../../../api/api-context';
import type {
  PolicyCheckRequest,
  PolicyCheckResult,
  PolicyInForce,
  SimulatedAnswer,
  SimulatedAnswers,
  SimulatedRequest,
} from '../../../api/generated/types.gen';
import type { HttpClient } from '../../../api/http-client';

export function policyOptions(client: HttpClient) {
  return queryOptions({
    queryKey: ['lab', 'policy'],
    queryFn: async ({ signal }) => (await client.get<PolicyInForce>('/api/lab/policy', { signal })).body,
    // It changes only when the server starts anew.
    staleTime: 60_000,
  });
}

/** How many requests the server judges in one call. */
export const mostAtOnce = 500;

/** What the server would answer to requests that nobody sends, in their order; at most 500. */
export async function simulate(
  client: HttpClient,
  requests: readonly SimulatedRequest[],
): Promise<readonly SimulatedAnswer[]> {
  return (await client.post<SimulatedAnswers>('/api/lab/policy/requests', { body: { requests } })).body
    .answers;
}

export function useSimulation() {
  const client = useHttpClient();
  return useMutation({
    mutationFn: (requests: readonly SimulatedRequest[]) => simulate(client, requests),
  });
}

/** What the server would say if it were started with another policy. */
export function usePolicyCheck() {
  const client = useHttpClient();
  return useMutation({
    mutationFn: async (edited: PolicyCheckRequest) =>
      (await client.post<PolicyCheckResult>('/api/lab/policy/checks', { body: edited })).body,
  });
}
