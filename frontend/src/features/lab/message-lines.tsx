import { classNames } from '../../ui/class-names';
import styles from './message-lines.module.css';

interface MessageLinesProps {
  readonly lines: readonly string[];
  /** Whether they stand by themselves, and not among other facts. */
  readonly framed?: boolean;
  /** How many of the first decide something. */
  readonly decisive?: number;
}

/** Lines of a message as they travel, one below the other. */
export function MessageLines({ lines, framed = false, decisive = 0 }: MessageLinesProps) {
  return (
    <ul className={classNames(styles.lines, framed && styles.framed)}>
      {lines.map((line, index) => (
        <li key={index} className={index < decisive ? styles.decisive : undefined}>
          <code>{line}</code>
        </li>
      ))}
    </ul>
  );
}
