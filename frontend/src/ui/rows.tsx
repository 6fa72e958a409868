import type { ReactNode } from 'react';
import styles from './rows.module.css';
import { Loading, Skeleton } from './skeleton';

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

interface RowsSkeletonProps {
  /** What is being loaded. */
  readonly label: string;
  /** How wide each row's first line is. */
  readonly widths: readonly string[];
}

export function RowsSkeleton({ label, widths }: RowsSkeletonProps) {
  return (
    <Loading label={label}>
      <Rows>
        {widths.map((width) => (
          <li key={width} className={styles.row}>
            <div className={styles.about}>
              <Skeleton width={width} size="1.25rem" />
              <Skeleton width="50%" size="0.875rem" />
            </div>
          </li>
        ))}
      </Rows>
    </Loading>
  );
}
