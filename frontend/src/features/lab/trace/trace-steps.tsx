import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import { MeaningIcon } from '../meaning';
import { explainSteps } from '../standard/explanation';
import type { Step, Trace } from '../standard/trace';
import { failingOf } from './failing-words';
import { SectionLink } from './section-link';
import styles from './trace-steps.module.css';

interface TraceStepsProps {
  /** What the steps lead to, for those who jump from list to list. */
  readonly label: string;
  readonly trace: Trace;
}

/** The steps of a trace in the standard's order, each a sentence with the section that it follows. */
export function TraceSteps({ label, trace }: TraceStepsProps) {
  const explained = explainSteps(trace);
  return (
    <ol className={styles.steps} aria-label={label}>
      {trace.map((step, index) => {
        const told = explained[index];
        return (
          told !== undefined && (
            <li key={index} className={styles.step}>
              <Outcome step={step} />{' '}
              <span className={styles.sentence}>
                {told.sentence} <SectionLink section={told.section} />
              </span>
            </li>
          )
        );
      })}
    </ol>
  );
}

function Outcome({ step }: { readonly step: Step }) {
  if (step.outcome === 'note') return <span className={styles.note}>Note</span>;
  if (step.outcome === 'pass') {
    return (
      <span className={styles.outcome}>
        <Icon name="check" />
        Passed
      </span>
    );
  }
  const { word, meaning } = failingOf(step.rule);
  return (
    <span className={classNames(styles.decisive, meaning !== null && styles[meaning])}>
      {meaning === null ? <Icon name="close" /> : <MeaningIcon meaning={meaning} />}
      {word}
    </span>
  );
}
