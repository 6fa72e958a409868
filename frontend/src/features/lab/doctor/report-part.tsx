import type { ReactNode } from 'react';
import styles from './report-part.module.css';

interface ReportPartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What a diagnosis says about one thing. */
export function ReportPart({ title, children }: ReportPartProps) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}
