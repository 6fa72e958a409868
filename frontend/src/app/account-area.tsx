import { useSession } from '../features/sessions/session-queries';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { Monogram } from '../ui/monogram';
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
          <Menu
            label={`Account: ${session.account.name}`}
            trigger={
              <>
                <Monogram name={session.account.name} />
                <Icon name="chevron" />
              </>
            }
            load={() => import('./account-items')}
          >
            {({ AccountItems }, list) => <AccountItems account={session.account} list={list} />}
          </Menu>
        </>
      );
  }
}
