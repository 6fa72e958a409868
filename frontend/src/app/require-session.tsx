import { type ReactNode, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Account } from '../api/generated/types.gen';
import { useSession } from '../features/sessions/session-queries';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { Loading, Skeleton } from '../ui/skeleton';
import { logInPath } from './return-path';

interface RequireSessionProps {
  /** The page's name while it is not clear yet who reads. */
  readonly title: string;
  /** Whether the page stays when the session ends, because somebody writes on it. */
  readonly keepsWriting?: boolean;
  readonly children: (account: Account, loggedIn: boolean) => ReactNode;
}

/**
 * Lets an account in and sends a visitor to log in. A session that ends while somebody writes must not take the page
 * away; any other page then shows nothing personal any more.
 */
export function RequireSession({ title, keepsWriting = false, children }: RequireSessionProps) {
  const session = useSession();
  const location = useLocation();
  const [admitted, setAdmitted] = useState<Account | null>(null);
  if (session.kind === 'in' && session.account !== admitted) setAdmitted(session.account);

  if (session.kind === 'in') return children(session.account, true);
  if (admitted !== null && (keepsWriting || session.kind !== 'out')) {
    return children(admitted, session.kind !== 'out');
  }
  switch (session.kind) {
    case 'out': {
      const logIn = logInPath(location.pathname + location.search + location.hash);
      return admitted === null ? <Navigate to={logIn} replace /> : <LoggedOut title={title} logIn={logIn} />;
    }
    case 'unreachable':
      return (
        <Page title={title}>
          <EmptyState title="Who you are isn’t known right now">
            The server that knows can’t be reached. You have not been logged out: this page appears once it
            answers.
          </EmptyState>
        </Page>
      );
    case 'restoring':
      return (
        <Page title={title}>
          <Loading label="Asking the server who you are">
            <Skeleton width="100%" />
            <Skeleton width="70%" />
          </Loading>
        </Page>
      );
  }
}

function LoggedOut({ title, logIn }: { readonly title: string; readonly logIn: string }) {
  return (
    <Page title={title}>
      <EmptyState
        title="You are logged out"
        actions={
          <LinkButton look="primary" to={logIn}>
            Log in
          </LinkButton>
        }
      >
        This page is for who is logged in.
      </EmptyState>
    </Page>
  );
}
