import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../api/api-context';
import { useToast } from '../ui/toast';

/** Tries an unreachable server again when that may help, and renews what is shown once it answers. */
export function Recovery() {
  const { reachability } = useApi();
  const queryClient = useQueryClient();
  const announce = useToast();

  useEffect(() => {
    let last = reachability.state().kind;
    return reachability.subscribe(() => {
      const { kind } = reachability.state();
      if (last === 'unreachable' && kind === 'reachable') {
        announce('The server answers again.');
        void queryClient.invalidateQueries();
      }
      last = kind;
    });
  }, [reachability, queryClient, announce]);

  useEffect(() => {
    function retryWhenSeen(): void {
      if (document.visibilityState === 'visible') reachability.retryNow();
    }
    window.addEventListener('online', reachability.retryNow);
    window.addEventListener('focus', reachability.retryNow);
    document.addEventListener('visibilitychange', retryWhenSeen);
    return () => {
      window.removeEventListener('online', reachability.retryNow);
      window.removeEventListener('focus', reachability.retryNow);
      document.removeEventListener('visibilitychange', retryWhenSeen);
    };
  }, [reachability]);

  return null;
}
