import { useNavigate } from 'react-router';
import { explain } from '../api/api-error';
import type { Account } from '../api/generated/types.gen';
import { useLogOut, useSession } from '../features/sessions/session-queries';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu, MenuAction, MenuLink, MenuNote } from '../ui/menu';
import { Monogram } from '../ui/monogram';
import { useToast } from '../ui/toast';
import styles from './header.module.css';

/** The header's part that depends on who reads. */
export function AccountArea() {
  const session = useSession();
  switch (session.kind) {
    case 'restoring':
      // Keeps the place, so that neither "Log in" nor a name flashes before the answer.
      return <span className={styles.restoring} />;
    case 'unreachable':
      return (
        <span className={styles.unknown}>
          <Icon name="offline" /> Not connected
        </span>
      );
    case 'out':
      return (
        <>
          <LinkButton look="quiet" to="/log-in">
            Log in
          </LinkButton>
          <LinkButton look="primary" to="/register">
            Register
          </LinkButton>
        </>
      );
    case 'in':
      return (
        <>
          <LinkButton icon="edit" to="/write">
            Write
          </LinkButton>
          <AccountMenu account={session.account} />
        </>
      );
  }
}

function AccountMenu({ account }: { readonly account: Account }) {
  const logOut = useLogOut();
  const navigate = useNavigate();
  const announce = useToast();

  function leave(): void {
    logOut.mutate(undefined, {
      onSuccess: () => {
        announce('You are logged out.');
        void navigate('/');
      },
      onError: (error) => {
        const are = error.kind === 'unreachable' ? 'may still be' : 'are still';
        announce(`You ${are} logged in. ${explain(error)}`);
      },
    });
  }

  return (
    <Menu
      label={`Account: ${account.name}`}
      trigger={
        <>
          <Monogram name={account.name} />
          <Icon name="chevron" />
        </>
      }
    >
      <MenuNote>
        <span className={styles.who}>
          <strong>{account.name}</strong>
          <span className={styles.email}>{account.email}</span>
        </span>
      </MenuNote>
      <MenuLink to="/my-posts">My posts</MenuLink>
      <MenuLink to="/account">Account</MenuLink>
      <MenuLink to="/devices">Devices</MenuLink>
      <MenuAction onChoose={leave}>Log out</MenuAction>
    </Menu>
  );
}
