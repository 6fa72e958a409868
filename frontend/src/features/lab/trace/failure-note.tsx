import type { ReactNode } from 'react';
import { classNames } from '../../../ui/class-names';
import type { Meaning } from '../meaning';
import type { Failure } from '../standard/explanation-texts';
import type { Section } from '../standard/sections';
import styles from './failure-note.module.css';
import { SectionLink } from './section-link';

/** By the headings that stand above. */
export type HeadingLevel = 2 | 3 | 4 | 5;

interface FailureNoteProps {
  readonly failure: Failure;
  /** Where the rule is written, if it is one of a standard. */
  readonly section: Section | null;
  /** What it means for the request; null where it stops none. */
  readonly meaning: Meaning | null;
  /** Of what happened as a heading; without it, it is a sentence like the others. */
  readonly level?: HeadingLevel;
  /** In which message it happened, if that has to be said. */
  readonly where?: string | null;
  /** What else may play a part. */
  readonly also?: string | null;
}

/** What happened, why the rule exists, and what to do. */
export function FailureNote(props: FailureNoteProps) {
  const { failure, section, meaning, level, where = null, also = null } = props;
  const What = level === undefined ? 'p' : (`h${level}` as const);
  return (
    <div className={classNames(styles.note, meaning !== null && styles[meaning])}>
      <What className={styles.what}>{failure.what}</What>
      <dl className={styles.parts}>
        <Part name="Where">{where}</Part>
        <Part name="Why">{failure.why}</Part>
        <Part name="What to do">{failure.todo}</Part>
        <Part name="Also">{also}</Part>
        <Part name="Written in">{section && <SectionLink section={section} />}</Part>
      </dl>
    </div>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
