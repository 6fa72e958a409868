import { classNames } from '../../ui/class-names';
import styles from './message-lines.module.css';

interface MessageLinesProps {
  readonly lines: readonly string[];
  /** Which message they are of, where nothing beside them says so. */
  readonly label?: string;
  /** Whether they stand by themselves, and not among other facts. */
  readonly framed?: boolean;
  /** How many of the first decide something. */
  readonly decisive?: number;
}

/** Lines of a message as they travel, one below the other. */
export function MessageLines({ lines, label, framed = false, decisive = 0 }: MessageLinesProps) {
  return (
    <ul className={classNames(styles.lines, framed && styles.framed)} aria-label={label}>
      {lines.map((line, index) => (
        <li key={index} className={index < decisive ? styles.decisive : undefined}>
          <code>{line}</code>
        </li>
      ))}
    </ul>
  );
}
