import { type MouseEvent, useRef, useState } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useApi } from '../api/api-context';
import { isAtHome } from '../api/at-home';
import { NavigatedContext } from '../ui/page';
import { ThemeSwitch } from '../ui/theme-switch';
import { AccountArea } from './account-area';
import { ConnectionBanner } from './connection-banner';
import header from './header.module.css';
import styles from './layout.module.css';
import { SessionNews } from './session-news';

export function Layout() {
  const main = useRef<HTMLElement>(null);
  const navigation = useNavigation();
  const navigated = useNavigated();

  function skip(event: MouseEvent): void {
    event.preventDefault();
    main.current?.focus();
  }

  return (
    <NavigatedContext value={navigated}>
      <a className={styles.skip} href="#main" onClick={skip}>
        Skip to the content
      </a>
      <SessionNews />
      {navigation.state === 'loading' && <div className={styles.progress} aria-hidden="true" />}
      <div className={styles.layout}>
        <Header />
        <ConnectionBanner />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
        <Footer />
      </div>
      <ScrollRestoration />
    </NavigatedContext>
  );
}

/** Whether the reader has moved on from the page that the browser loaded. */
function useNavigated(): boolean {
  const { key } = useLocation();
  const [firstKey] = useState(key);
  const [navigated, setNavigated] = useState(false);
  if (!navigated && key !== firstKey) setNavigated(true);
  return navigated;
}

function Header() {
  return (
    <header className={header.header}>
      <div className={header.inner}>
        <Link className={header.home} to="/" aria-label="Preflight, all posts">
          <svg className={header.mark} viewBox="0 0 32 32" aria-hidden="true">
            <path d="M28.5 4.5 3.3 14.3c-1.1.4-1.1 2 .1 2.4l7.4 2.5 2.7 8c.4 1.2 2 1.2 2.5.1z" />
            <path className={header.fold} d="m10.8 19.2 10.5-8.1-7.6 11.4z" />
          </svg>
          <span className={header.name}>Preflight</span>
        </Link>
        <nav className={header.actions} aria-label="Main">
          <AccountArea />
        </nav>
        <ThemeSwitch />
      </div>
    </header>
  );
}

function Footer() {
  const { origin } = useApi();
  const own = window.location.origin;
  return (
    <footer className={styles.footer}>
      {/* Elsewhere the Lab is mostly off. The browser is to follow the link, because the Lab is a document of its own. */}
      {isAtHome(origin) && <a href="/lab">The Lab</a>}
      {origin === own ? (
        <p>
          Client and server: <span className={styles.origin}>{own}</span>
        </p>
      ) : (
        <>
          <p>
            Client: <span className={styles.origin}>{own}</span>
          </p>
          <p>
            Server: <span className={styles.origin}>{origin}</span>
          </p>
        </>
      )}
    </footer>
  );
}
