import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './menu.module.css';

export interface MenuListProps {
  readonly id: string;
  readonly label: string;
  /** `keepsFocus`: whether the focus goes back to the button. */
  readonly onClose: (how: { readonly keepsFocus: boolean }) => void;
}

/** What a menu button opens; the focus begins at the item that is chosen, or at the first. */
export function MenuList(props: MenuListProps & { readonly children: ReactNode }) {
  const { id, label, onClose, children } = props;
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const items = itemsOf(list.current);
    const checked = items.find((item) => item.getAttribute('aria-checked') === 'true');
    (checked ?? items[0])?.focus();
  }, []);

  function move(event: KeyboardEvent): void {
    const items = itemsOf(list.current);
    const current = items.findIndex((item) => item === document.activeElement);
    const targets: Partial<Record<string, number>> = {
      ArrowDown: (current + 1) % items.length,
      ArrowUp: (current - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      items[target]?.focus();
    }
    if (event.key === 'Tab') onClose({ keepsFocus: false });
    if (event.key === 'Escape') onClose({ keepsFocus: true });
  }

  return (
    <div
      id={id}
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.list}
      onKeyDown={move}
      onClick={() => {
        onClose({ keepsFocus: true });
      }}
    >
      {children}
    </div>
  );
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

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
