import { useMutation } from '@tanstack/react-query';
import { useHttpClient } from '../../../api/api-context';
import type { PolicyInForce } from '../../../api/generated/types.gen';
import { mostAtOnce, simulate } from '../policy/policy-queries';
import {
  judgeHostile,
  requestsOf,
  requestsPerOrigin,
  type HostileOrigin,
  type HostileResult,
} from './hostile-origin';

const originsAtOnce = Math.floor(mostAtOnce / requestsPerOrigin);

/** Tries all against this very server, some at once. */
export function useHostileRun(policy: PolicyInForce) {
  const client = useHttpClient();
  return useMutation({
    mutationFn: async (origins: readonly HostileOrigin[]) => {
      const results: HostileResult[] = [];
      for (let start = 0; start < origins.length; start += originsAtOnce) {
        const batch = origins.slice(start, start + originsAtOnce);
        const answers = await simulate(client, batch.flatMap(requestsOf));
        batch.forEach((each, index) => {
          const own = answers.slice(index * requestsPerOrigin, (index + 1) * requestsPerOrigin);
          results.push(judgeHostile(each, own, policy));
        });
      }
      return results;
    },
  });
}
