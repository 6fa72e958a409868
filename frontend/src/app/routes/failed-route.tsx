import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useReachability } from '../../api/api-context';
import { sessionKey } from '../../features/sessions/session-queries';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';

/**
 * A page whose code could not be loaded or failed; the header around it still works. It is loaded again as a whole: the
 * router, and some browsers, remember code that failed to load, and ask for it no second time.
 */
export function FailedRoute() {
  const queryClient = useQueryClient();
  const { kind } = useReachability();
  const wasUnreachable = useRef(false);

  useEffect(() => {
    // Any call tells whether the server is out of reach; nothing else may ask while this page is shown.
    void queryClient.invalidateQueries({ queryKey: sessionKey });
  }, [queryClient]);

  useEffect(() => {
    if (kind === 'unreachable') wasUnreachable.current = true;
    else if (wasUnreachable.current) window.location.reload();
  }, [kind]);

  return (
    <Page title="This page failed">
      <EmptyState
        title="This page can’t be shown"
        actions={
          <Button
            look="primary"
            onClick={() => {
              window.location.reload();
            }}
          >
            Load it again
          </Button>
        }
      >
        A part of it could not be loaded, or did not work. The connection may be broken, or a new version may
        have replaced the one in this tab; loading the page again helps against both.
      </EmptyState>
    </Page>
  );
}
