import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { classNames } from './class-names';
import styles from './page.module.css';

/** Whether the reader has moved on from the first page, whose focus the browser sets. */
export const NavigatedContext = createContext(false);

interface PageProps {
  /** The page's name: its main heading, and before the app's name its title. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** Beside the heading. */
  readonly actions?: ReactNode;
  readonly width?: 'column' | 'narrow' | 'wide';
  readonly children: ReactNode;
}

/** A page with its heading, to which the focus moves after a navigation. */
export function Page({ title, lead, actions, width = 'column', children }: PageProps) {
  return (
    <div className={classNames(styles.page, styles[width])}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <PageHeading title={title} />
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface PageHeadingProps {
  readonly title: string;
  readonly className?: string | undefined;
}

export function PageHeading({ title, className = styles.title }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const navigated = useContext(NavigatedContext);
  usePageTitle(title);

  useEffect(() => {
    // Scrolling is left to the router, which knows the position to go back to.
    if (navigated) heading.current?.focus({ preventScroll: true });
  }, [navigated]);

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {title}
    </h1>
  );
}

/** Names the page in the browser's tab, history and bookmarks. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Preflight`;
  }, [title]);
}
