import type { ReactNode } from 'react';
import styles from './badge.module.css';

/** A word that sets one thing apart from its neighbours. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={styles.badge}>{children}</span>;
}
