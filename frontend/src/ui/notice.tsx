import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './notice.module.css';

interface NoticeProps {
  readonly meaning: 'problem' | 'news';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Something said within a page, read out when it appears. */
export function Notice({ meaning, children, actions }: NoticeProps) {
  return (
    <div
      className={classNames(styles.notice, styles[meaning])}
      role={meaning === 'problem' ? 'alert' : 'status'}
    >
      {meaning === 'problem' && <Icon name="alert" />}
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
