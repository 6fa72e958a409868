import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
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

  // After the first load, while the network is known to be there: a browser may remember that an import failed.
  const loadEarly = useEffectEvent(() => {
    load().then(setItems, () => undefined);
  });
  useEffect(() => {
    loadEarly();
  }, []);

  function openMenu(): void {
    if (open) return;
    setOpen(true);
    // Where the focus is when the items arrive tells whether they are still wanted.
    button.current?.focus();
    if (items !== null) return;
    const isWanted = () => root.current?.contains(document.activeElement) === true;
    load().then(
      (loaded) => {
        setItems(loaded);
        if (!isWanted()) setOpen(false);
      },
      () => {
        setOpen(false);
        if (isWanted()) {
          announce('The menu couldn’t be loaded. If trying again doesn’t help, load the page again.');
        }
      },
    );
  }

  return (
    <div className={styles.root} ref={root}>
      <button
        ref={button}
        type="button"
        className={styles.trigger}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={shown}
        aria-busy={open && !shown}
        aria-controls={shown ? id : undefined}
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
