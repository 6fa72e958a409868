import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { MenuListProps } from './menu-list';
import styles from './menu.module.css';
import { useToast } from './toast';

interface MenuProps<Items> {
  /** The button's name for those who do not see it. */
  readonly label: string;
  /** What the button shows. */
  readonly trigger: ReactNode;
  /** Imports what is in it, whose code the first load leaves out. */
  readonly load: () => Promise<Items>;
  /** Renders a `MenuList` with these props. */
  readonly children: (items: Items, list: MenuListProps) => ReactNode;
}

/** A menu button (ARIA Authoring Practices: arrow keys, Home, End, Escape, Tab). */
export function Menu<Items extends object>({ label, trigger, load, children }: MenuProps<Items>) {
  const [open, setOpen] = useState(false);
  const [items, setItems] = useState<Items | null>(null);
  const shown = open && items !== null;
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const announce = useToast();

  useEffect(() => {
    if (!open) return;
    function closeOutside(event: PointerEvent): void {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    }
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, [open]);

  function openMenu(): void {
    setOpen(true);
    load().then(setItems, () => {
      setOpen(false);
      announce('The menu couldn’t be loaded. If trying again doesn’t help, load the page again.');
    });
  }

  /** Saves whoever is about to press the button the wait. */
  function preload(): void {
    load().catch(() => undefined);
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
        aria-controls={shown ? id : undefined}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => {
          if (open) setOpen(false);
          else openMenu();
        }}
        onKeyDown={(event) => {
          // While the items load, the focus is still here.
          if (event.key === 'Tab' || event.key === 'Escape') setOpen(false);
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          openMenu();
        }}
      >
        {trigger}
      </button>
      {shown && (
        <Opened
          items={items}
          render={children}
          id={id}
          label={label}
          onClose={({ keepsFocus }) => {
            setOpen(false);
            if (keepsFocus) button.current?.focus();
          }}
        />
      )}
    </div>
  );
}

interface OpenedProps<Items> extends MenuListProps {
  readonly items: Items;
  readonly render: MenuProps<Items>['children'];
}

function Opened<Items>({ items, render, ...list }: OpenedProps<Items>) {
  return render(items, list);
}
