import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './menu.module.css';
import { useToast } from './toast';

interface MenuProps<Items> {
  /** The button's name for those who do not see it. */
  readonly label: string;
  /** What the button shows. */
  readonly trigger: ReactNode;
  /** Imports the items, whose code the first load leaves out. */
  readonly load: () => Promise<Items>;
  readonly children: (items: Items) => ReactNode;
}

const itemSelector = '[role^="menuitem"]';

/** A menu button (ARIA Authoring Practices: arrow keys, Home, End, Escape, Tab). */
export function Menu<Items extends object>({ label, trigger, load, children }: MenuProps<Items>) {
  const [open, setOpen] = useState(false);
  const [items, setItems] = useState<Items | null>(null);
  const shown = open && items !== null;
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
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

  useEffect(() => {
    if (!shown) return;
    const found = [...(list.current?.querySelectorAll<HTMLElement>(itemSelector) ?? [])];
    const checked = found.find((item) => item.getAttribute('aria-checked') === 'true');
    (checked ?? found[0])?.focus();
  }, [shown]);

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

  function move(event: KeyboardEvent): void {
    const found = [...(list.current?.querySelectorAll<HTMLElement>(itemSelector) ?? [])];
    const current = found.findIndex((item) => item === document.activeElement);
    const targets: Partial<Record<string, number>> = {
      ArrowDown: (current + 1) % found.length,
      ArrowUp: (current - 1 + found.length) % found.length,
      Home: 0,
      End: found.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      found[target]?.focus();
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
          {children(items)}
        </div>
      )}
    </div>
  );
}
