import { secretsOf } from '../exports/setup-link';
import type { Setup } from '../runs/setup';
import styles from './workbench.module.css';

/** Says which of the typed values the page's address does not keep, so that nobody misses them after a reload. */
export function LeftOutValues({ setup }: { readonly setup: Setup }) {
  const names = secretsOf(setup);
  if (names.length === 0) return null;
  const values =
    names.length === 1
      ? `the value of ${names.join()}, which may be a secret`
      : `the values of ${names.join(', ')}, which may be secrets`;
  return <p className={styles.hint}>This page’s address keeps what you type, and leaves out {values}.</p>;
}
