import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import { explainSteps, type ExplainedStep } from '../standard/explanation';
import type { Trace } from '../standard/trace';
import styles from './step-list.module.css';

type Failing = 'Stopped here' | 'Preflight';

interface StepListProps {
  readonly label: string;
  readonly trace: Trace;
  /** What a step that fails means. */
  readonly failing: Failing;
}

/** The steps in the standard's order, each a sentence with the section that it follows. */
export function StepList({ label, trace, failing }: StepListProps) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {explainSteps(trace).map((step, index) => (
        <li className={styles.step} key={index}>
          <Outcome outcome={step.outcome} failing={failing} />{' '}
          <span className={styles.sentence}>
            {step.sentence}{' '}
            <a className={styles.section} href={step.section.url} target="_blank" rel="noreferrer">
              {step.section.standard}, {step.section.title}
            </a>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Outcome({ outcome, failing }: { outcome: ExplainedStep['outcome']; failing: Failing }) {
  if (outcome === 'note') return <span className={styles.outcome}>Note</span>;
  if (outcome === 'pass') {
    return (
      <span className={styles.outcome}>
        <Icon name="check" />
        Passed
      </span>
    );
  }
  return (
    <span className={classNames(styles.outcome, failing === 'Preflight' ? styles.preflight : styles.blocked)}>
      <Icon name={failing === 'Preflight' ? 'chevron' : 'close'} />
      {failing}
    </span>
  );
}
