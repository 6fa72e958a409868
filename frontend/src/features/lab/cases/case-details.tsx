import { useState, type ReactNode } from 'react';
import { classNames } from '../../../ui/class-names';
import { Icon, type IconName } from '../../../ui/icon';
import styles from './case-details.module.css';

interface CaseDetailsProps {
  readonly id: string;
  readonly title: string;
  /** Whether the title is what a program sends, letter by letter. */
  readonly literal?: boolean;
  readonly outcome: { readonly word: string; readonly icon: IconName };
  /** Whether it came out as most do. */
  readonly usual: boolean;
  /** Made only once it is opened: there are hundreds. */
  readonly children: () => ReactNode;
}

/** One of many, and how it came out, which opens to what there is to say about it. */
export function CaseDetails({ id, title, literal = false, outcome, usual, children }: CaseDetailsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.case}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>
        <span className={styles.marker}>
          <Icon name="chevron" />
        </span>
        <span className={styles.id}>{id}</span>
        <span className={classNames(styles.title, literal && styles.literal)}>{title}</span>
        <span className={usual ? styles.outcome : styles.odd}>
          <Icon name={outcome.icon} />
          {outcome.word}
        </span>
      </summary>
      {isOpen && <div className={styles.inside}>{children()}</div>}
    </details>
  );
}
