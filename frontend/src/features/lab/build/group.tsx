import type { ReactNode } from 'react';
import styles from './group.module.css';

interface GroupProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Fields that belong together. */
export function Group({ title, actions, children }: GroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{title}</legend>
      {actions && <div className={styles.actions}>{actions}</div>}
      {children}
    </fieldset>
  );
}

/** Short fields beside each other where there is room. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
