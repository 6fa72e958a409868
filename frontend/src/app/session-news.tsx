import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../api/api-context';
import { renewReader, sessionKey, setSession, useSession } from '../features/sessions/session-queries';
import { useToast } from '../ui/toast';

/** Follows what other tabs do to the session, and forgets what belonged to whoever is no longer logged in. */
export function SessionNews() {
  const { channel } = useApi();
  const queryClient = useQueryClient();
  const announce = useToast();
  const session = useSession();
  const reader = session.kind === 'in' ? session.account.id : null;

  useEffect(
    () =>
      channel.subscribe((news) => {
        if (news === 'changed') void renewReader(queryClient);
        if (news !== 'left') return;
        if (queryClient.getQueryData(sessionKey)) announce('You are logged out, by another tab.');
        setSession(queryClient, null);
      }),
    [channel, queryClient, announce],
  );

  useEffect(() => {
    if (reader === null) return;
    return () => {
      queryClient.removeQueries({ predicate: ({ meta }) => meta?.isPersonal === true });
    };
  }, [reader, queryClient]);

  return null;
}
