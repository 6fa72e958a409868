import { Link } from 'react-router';
import { ThemeSwitch } from '../ui/theme-switch';
import { AccountArea } from './account-area';
import styles from './header.module.css';

export function Header() {
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link className={styles.home} to="/" aria-label="Preflight, all posts">
          <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
            <path d="M28.5 4.5 3.3 14.3c-1.1.4-1.1 2 .1 2.4l7.4 2.5 2.7 8c.4 1.2 2 1.2 2.5.1z" />
            <path className={styles.fold} d="m10.8 19.2 10.5-8.1-7.6 11.4z" />
          </svg>
          <span className={styles.name}>Preflight</span>
        </Link>
        <nav className={styles.actions} aria-label="Main">
          <AccountArea />
        </nav>
        <ThemeSwitch />
      </div>
    </header>
  );
}
