import { classNames } from '../../../ui/class-names';
import type { Meaning } from '../meaning';
import type { ExplainedFailure } from '../standard/explanation';
import styles from './failure-note.module.css';
import { Heading, type HeadingLevel } from './heading';
import { SectionLink } from './section-link';

interface FailureNoteProps {
  readonly failure: ExplainedFailure;
  readonly meaning: Meaning;
  readonly level: HeadingLevel;
}

/** The step that decided: what happened, why the rule exists, and what to do. */
export function FailureNote({ failure, meaning, level }: FailureNoteProps) {
  return (
    <section className={classNames(styles.note, styles[meaning])}>
      <Heading level={level} className={styles.what}>
        {failure.what}
      </Heading>
      <dl className={styles.parts}>
        <dt>Why</dt>
        <dd>{failure.why}</dd>
        <dt>What to do</dt>
        <dd>{failure.todo}</dd>
        <dt>Written in</dt>
        <dd>
          <SectionLink section={failure.section} />
        </dd>
      </dl>
    </section>
  );
}
