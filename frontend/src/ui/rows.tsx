import type { ReactNode } from 'react';
import styles from './rows.module.css';

/** Things of one kind, one below the other. */
export function Rows({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>;
}

interface RowProps {
  /** What it is. */
  readonly about: ReactNode;
  /** What can be done with it: beside it where there is room. */
  readonly children?: ReactNode;
}

export function Row({ about, children }: RowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.about}>{about}</div>
      {children}
    </li>
  );
}
