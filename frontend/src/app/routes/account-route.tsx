import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../api/generated/types.gen';
import { AccountSettings } from '../../features/accounts/account-settings';
import { dropDraftsOf } from '../../features/posts/post-draft';
import { useEnterSession } from '../../features/sessions/log-in';
import { sessionKey, useLeaveSession } from '../../features/sessions/session-queries';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { NavigatedContext, Page } from '../../ui/page';
import { RequireSession } from '../require-session';

export function AccountRoute() {
  const [deleted, setDeleted] = useState(false);
  const queryClient = useQueryClient();
  const leaveSession = useLeaveSession();

  function leave(account: Account): void {
    setDeleted(true);
    leaveSession();
    dropDraftsOf(account.id);
    // Whatever was loaded may hold something of the account that is gone.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  }

  if (deleted) {
    // The question that had the focus is gone, also on the first page.
    return (
      <NavigatedContext value>
        <Deleted />
      </NavigatedContext>
    );
  }
  return (
    <RequireSession title="Account">
      {(account) => (
        <OwnAccount
          key={account.id}
          account={account}
          onDeleted={() => {
            leave(account);
          }}
        />
      )}
    </RequireSession>
  );
}

function OwnAccount({ account, onDeleted }: { readonly account: Account; readonly onDeleted: () => void }) {
  const queryClient = useQueryClient();
  const enterSession = useEnterSession();
  return (
    <Page title="Account">
      <AccountSettings
        account={account}
        onChanged={({ id, email, name }) => {
          enterSession({ id, email, name });
          // The name stands with every post.
          void queryClient.invalidateQueries({ queryKey: ['posts'] });
        }}
        onDeleted={onDeleted}
      />
    </Page>
  );
}

function Deleted() {
  return (
    <Page title="Account deleted">
      <div role="status">
        <EmptyState
          title="Your account is deleted"
          actions={
            <LinkButton look="primary" to="/">
              See all posts
            </LinkButton>
          }
        >
          It is gone, with all that was yours, and you are logged out everywhere.
        </EmptyState>
      </div>
    </Page>
  );
}
