import { queryOptions } from '@tanstack/react-query';
import type { Outbox } from '../../api/generated/types.gen';
import type { HttpClient } from '../../api/http-client';

/** The mails that a server at home sends nowhere; 404 elsewhere. */
export function outboxOptions(client: HttpClient) {
  return queryOptions({
    queryKey: ['outbox'],
    queryFn: async ({ signal }) => (await client.get<Outbox>('/api/outbox', { signal })).body.items,
    staleTime: 0,
  });
}
