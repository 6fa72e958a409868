import { DateTime } from '../../ui/date-time';
import { Monogram } from '../../ui/monogram';
import styles from './byline.module.css';

interface BylineProps {
  readonly author: string;
  readonly publishedAt: string;
  /** Where the reading time and the last change are told too. */
  readonly details?: { readonly updatedAt: string; readonly minutes: number };
}

// A change within this time of publishing is the author's last look, and no news to readers.
const settling = 60_000;

export function Byline({ author, publishedAt, details }: BylineProps) {
  const edited = details && Date.parse(details.updatedAt) - Date.parse(publishedAt) > settling;
  return (
    <div className={styles.byline}>
      <Monogram name={author} />
      <div className={styles.frame}>
        <div className={styles.facts}>
          <span className={styles.author}>{author}</span>
          <span>
            <DateTime instant={publishedAt} />
          </span>
          {edited && (
            <span>
              edited <DateTime instant={details.updatedAt} />
            </span>
          )}
          {details && <span>{details.minutes} min read</span>}
        </div>
      </div>
    </div>
  );
}
