import type { ReactNode } from 'react';
import { classNames } from '../../../ui/class-names';
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

interface RowProps {
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Fields beside each other where there is room. */
export function Row({ wide = false, children }: RowProps) {
  return <div className={classNames(styles.row, wide && styles.wide)}>{children}</div>;
}
