import type { ReactNode } from 'react';
import styles from './skeleton.module.css';

interface LoadingProps {
  /** What is being loaded, for those who do not see the shapes. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Shapes in place of what is not there yet, and a word for it. They appear late enough to spare a quick answer. */
export function Loading({ label, children }: LoadingProps) {
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{label}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

interface SkeletonProps {
  /** A CSS length or share, as in `70%`. */
  readonly width: string;
  /** The font size of the text that will stand here, as in `1.5rem`. */
  readonly size?: string;
}

/** A line of text to come. */
export function Skeleton({ width, size = '1rem' }: SkeletonProps) {
  return <span className={styles.line} style={{ width, fontSize: size }} />;
}
