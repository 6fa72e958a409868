import { Icon, type IconName } from '../../../ui/icon';
import styles from './tally.module.css';

export interface Count {
  readonly name: string;
  readonly icon: IconName;
  readonly count: number;
}

interface TallyProps {
  readonly label: string;
  readonly counts: readonly Count[];
}

/** How many of each, read out when it changes. */
export function Tally({ label, counts }: TallyProps) {
  return (
    <div role="status" aria-label={label}>
      <ul className={styles.tally}>
        {counts.map(({ name, icon, count }) => (
          <li key={name} className={styles.count}>
            <Icon name={icon} />
            <strong>{count}</strong> {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
