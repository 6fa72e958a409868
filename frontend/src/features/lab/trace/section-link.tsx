import type { Section } from '../standard/sections';
import styles from './section-link.module.css';

/** Where a rule is written, beside what is being read. */
export function SectionLink({ section }: { readonly section: Section }) {
  return (
    <a className={styles.section} href={section.url} target="_blank" rel="noreferrer">
      {section.standard}, {section.title}
    </a>
  );
}
