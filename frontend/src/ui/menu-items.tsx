import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './menu.module.css';

interface ItemProps {
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function MenuLink({ to, icon, children }: ItemProps & { readonly to: string }) {
  return (
    <Link role="menuitem" tabIndex={-1} className={styles.item} to={to}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

export function MenuAction({ onChoose, icon, children }: ItemProps & { readonly onChoose: () => void }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={onChoose}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface ChoiceProps extends ItemProps {
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

export function MenuChoice({ chosen, onChoose, icon, children }: ChoiceProps) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={chosen}
      tabIndex={-1}
      className={classNames(styles.item, chosen && styles.chosen)}
      onClick={onChoose}
    >
      {icon && <Icon name={icon} />}
      {children}
      <span className={styles.mark}>{chosen && <Icon name="check" />}</span>
    </button>
  );
}

/** Says something in a menu that is not to be chosen. */
export function MenuNote({ children }: { readonly children: ReactNode }) {
  return (
    <div role="presentation" className={styles.note}>
      {children}
    </div>
  );
}
