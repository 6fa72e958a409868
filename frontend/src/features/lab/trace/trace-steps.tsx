import { Icon } from '../../../ui/icon';
import { explainSteps, type ExplainedStep } from '../standard/explanation';
import type { Trace } from '../standard/trace';
import styles from './trace-steps.module.css';

const outcomes = {
  pass: { word: 'Yes', icon: 'check' },
  fail: { word: 'No', icon: 'close' },
  note: { word: 'Note', icon: 'chevron' },
} as const;

interface TraceStepsProps {
  /** What the steps lead to, for those who jump from list to list. */
  readonly label: string;
  readonly trace: Trace;
}

/** The steps of a verdict in the standard's order, each a sentence with the section that it follows. */
export function TraceSteps({ label, trace }: TraceStepsProps) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {explainSteps(trace).map((step, index) => (
        <Step key={index} step={step} />
      ))}
    </ol>
  );
}

function Step({ step: { outcome, sentence, section } }: { readonly step: ExplainedStep }) {
  const { word, icon } = outcomes[outcome];
  return (
    <li className={styles.step}>
      <span className={outcome === 'fail' ? styles.decisive : styles.outcome}>
        <Icon name={icon} />
        {word}
      </span>{' '}
      <span className={styles.sentence}>
        {sentence}{' '}
        <a className={styles.section} href={section.url} target="_blank" rel="noreferrer">
          {section.standard}, {section.title}
        </a>
      </span>
    </li>
  );
}
