import styles from './monogram.module.css';

/** A name's first letter, in place of a picture; the name itself stands beside it or in a label. */
export function Monogram({ name }: { readonly name: string }) {
  const [first = '?'] = name.trim();
  return (
    <span className={styles.monogram} aria-hidden="true">
      {first.toLocaleUpperCase()}
    </span>
  );
}
