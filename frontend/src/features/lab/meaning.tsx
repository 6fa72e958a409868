import { classNames } from '../../ui/class-names';
import styles from './meaning.module.css';

/** What can become of a request, of its preflight, or of a part of its answer. */
export type Meaning = 'allowed' | 'blocked' | 'preflight' | 'kept';

export const meaningWords: Readonly<Record<Meaning, string>> = {
  allowed: 'Allowed',
  blocked: 'Blocked',
  preflight: 'Preflight',
  kept: 'Kept from the page',
};

/** One family, so that each is told from the others by its shape alone. */
const paths: Readonly<Record<Meaning, string>> = {
  allowed: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-8.75 2.75 2.75L16 9.5',
  blocked: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.75 5.75l12.5 12.5',
  preflight: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-2.5-11.25A2.5 2.5 0 1 1 12 12.25v1.25m0 2.75v.01',
  kept: 'm4 4 16 16M9.9 5.8A9.6 9.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6.3 7.4A16.6 16.6 0 0 0 2.5 12s3.5 6.5 9.5 6.5c1.6 0 3-.4 4.2-1.1M9.9 10a3 3 0 0 0 4.1 4.1',
};

/** A decoration beside the meaning's word. */
export function MeaningIcon({ meaning }: { readonly meaning: Meaning }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[meaning]} />
    </svg>
  );
}

/** A meaning as it is shown everywhere: its colour, icon and word. */
export function MeaningTag({
  meaning,
  large = false,
}: {
  readonly meaning: Meaning;
  readonly large?: boolean;
}) {
  return (
    <span className={classNames(styles.tag, styles[meaning], large && styles.large)}>
      <MeaningIcon meaning={meaning} />
      {meaningWords[meaning]}
    </span>
  );
}
