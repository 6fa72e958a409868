import { classNames } from '../../../ui/class-names';
import type { Meaning } from '../meaning';
import { FixSnippets } from '../exports/fix-snippets';
import type { CallResult } from '../runs/run-result';
import { explainReason } from '../standard/explanation';
import { reasonOf } from '../standard/trace';
import styles from './failure-note.module.css';
import { Heading, type HeadingLevel } from './heading';
import { SectionLink } from './section-link';

interface FailureNoteProps {
  readonly result: CallResult;
  readonly meaning: Meaning;
  readonly level: HeadingLevel;
}

/** The step that decided: what happened, why the rule exists, and what to do. */
export function FailureNote({ result, meaning, level }: FailureNoteProps) {
  const { trace } = result.predicted.prediction;
  const [failure, step] = [explainReason(trace), reasonOf(trace)];
  if (failure === null || step === undefined) return null;
  return (
    <>
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
      {/* A form is not the page's to mend. */}
      {result.call.via === 'fetch' && <FixSnippets step={step} origin={result.origin} call={result.call} />}
    </>
  );
}
