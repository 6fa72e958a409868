import { type ReactNode, useState } from 'react';
import type { Account } from '../api/generated/types.gen';
import type { Writer } from '../features/posts/post-form';
import { LogInForm } from '../features/sessions/log-in-form';
import { Dialog } from '../ui/dialog';
import { Entrance } from './entrance';

/** Who writes, and the dialog in which they log in again over a page that must stay as it is. */
export function useWriter(account: Account, loggedIn: boolean): { writer: Writer; logInDialog: ReactNode } {
  const [loggingIn, setLoggingIn] = useState(false);

  function close(): void {
    setLoggingIn(false);
  }

  return {
    writer: {
      id: account.id,
      loggedIn,
      onLogIn: () => {
        setLoggingIn(true);
      },
    },
    logInDialog: loggingIn && (
      <Dialog title="Log in again" onDismiss={close}>
        <p>The text you were writing stays where it is.</p>
        <Entrance onEntered={close}>{(accept) => <LogInForm onAccepted={accept} />}</Entrance>
      </Dialog>
    ),
  };
}
