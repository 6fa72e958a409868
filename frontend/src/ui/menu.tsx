import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './menu.module.css';

interface MenuProps {
  /** The button's name for those who do not see it. */
  readonly label: string;
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

const itemSelector = '[role^="menuitem"]';

/** A menu button (ARIA Authoring Practices: arrow keys, Home, End, Escape, Tab). */
export function Menu({ label, trigger, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const items = list.current?.querySelectorAll<HTMLElement>(itemSelector) ?? [];
    const checked = [...items].find((item) => item.getAttribute('aria-checked') === 'true');
    (checked ?? items[0])?.focus();
    function closeOutside(event: PointerEvent): void {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    }
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, [open]);

  function move(event: KeyboardEvent): void {
    const items = [...(list.current?.querySelectorAll<HTMLElement>(itemSelector) ?? [])];
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
    if (event.key === 'Tab') setOpen(false);
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    }
  }

  return (
    <div className={styles.root} ref={root}>
      <button
        ref={button}
        type="button"
        className={styles.trigger}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setOpen(!open);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {trigger}
      </button>
      {open && (
        <div
          id={id}
          ref={list}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={styles.list}
          onKeyDown={move}
          onClick={() => {
            setOpen(false);
            button.current?.focus();
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
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
