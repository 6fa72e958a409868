import { useIsMutating, useMutation } from '@tanstack/react-query';
import { type ApiError, explain } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import { useToast } from '../../ui/toast';
import { useLeaveSession } from './session-queries';

/** Logs out, once at a time. Says why it failed; its callbacks run also when what it was called from, such as a menu, has gone by then. */
export function useLogOut(onLoggedOut: () => void) {
  const client = useHttpClient();
  const leaveSession = useLeaveSession();
  const announce = useToast();
  const isLoggingOut = useIsMutating({ mutationKey: ['log-out'] }) > 0;
  const { mutate } = useMutation({
    mutationKey: ['log-out'],
    mutationFn: () => client.post<undefined>('/api/authentication/log-out'),
    onSuccess: () => {
      leaveSession();
      onLoggedOut();
    },
    onError: (error) => {
      announce(whyStillIn('You', 'are', error));
    },
  });
  return {
    isLoggingOut,
    logOut: () => {
      if (!isLoggingOut) mutate();
    },
  };
}

/** Without an answer it is unknown whether the session ended. */
export function whyStillIn(who: string, are: string, error: ApiError): string {
  const stillIn = error.kind === 'unreachable' ? 'may still be' : `${are} still`;
  return `${who} ${stillIn} logged in. ${explain(error)}`;
}
