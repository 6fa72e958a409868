import { useNavigate } from 'react-router';
import type { Account } from '../api/generated/types.gen';
import { useLogOut } from '../features/sessions/log-out';
import { MenuAction, MenuLink, MenuList, type MenuListProps, MenuNote } from '../ui/menu-list';
import { useToast } from '../ui/toast';
import styles from './header.module.css';

interface AccountItemsProps {
  readonly account: Account;
  readonly list: MenuListProps;
}

export function AccountItems({ account, list }: AccountItemsProps) {
  const navigate = useNavigate();
  const announce = useToast();
  const { logOut } = useLogOut(() => {
    announce('You are logged out.');
    void navigate('/');
  });
  return (
    <MenuList {...list}>
      <MenuNote>
        <span className={styles.who}>
          <strong>{account.name}</strong>
          <span className={styles.email}>{account.email}</span>
        </span>
      </MenuNote>
      <MenuLink to="/my-posts">My posts</MenuLink>
      <MenuLink to="/account">Account</MenuLink>
      <MenuLink to="/devices">Devices</MenuLink>
      <MenuAction onChoose={logOut}>Log out</MenuAction>
    </MenuList>
  );
}
