import { Icon, type IconName } from '../../../ui/icon';
import type { CallPrediction } from '../runs/run-result';
import { explainSteps, type ExplainedStep } from '../standard/explanation';
import { SectionLink } from './section-link';
import styles from './step-list.module.css';

/** Every step that the browser takes, in the order of the standard, for who wants to check it. */
export function StepList({ predicted }: { readonly predicted: CallPrediction }) {
  const { prediction, cookie } = predicted;
  const before = prediction.classification.trace;
  // What never left the page has no steps but those before.
  const after = prediction.trace === before ? [] : prediction.trace;
  const cookies = [...(cookie?.sending?.trace ?? []), ...(cookie?.storing?.trace ?? [])];
  const count = before.length + after.length + cookies.length;
  return (
    <details className={styles.steps}>
      <summary>All {count} steps, in the standard’s order</summary>
      <Part title="Before anything is sent" steps={explainSteps(before)} />
      <Part title="What was sent, and its answers" steps={explainSteps(after)} />
      <Part title="The cookie" steps={explainSteps(cookies)} />
    </details>
  );
}

interface PartProps {
  readonly title: string;
  readonly steps: readonly ExplainedStep[];
}

function Part({ title, steps }: PartProps) {
  if (steps.length === 0) return null;
  return (
    <>
      <p className={styles.title}>{title}</p>
      <ol className={styles.list}>
        {steps.map((step, index) => (
          <li key={index} className={styles[step.outcome]}>
            <Icon name={icons[step.outcome]} />
            <span>
              <span className={styles.outcome}>{words[step.outcome]}</span> {step.sentence}{' '}
              <span className={styles.section}>
                <SectionLink section={step.section} />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

const icons: Readonly<Record<ExplainedStep['outcome'], IconName>> = {
  pass: 'check',
  fail: 'close',
  note: 'chevron',
};

const words: Readonly<Record<ExplainedStep['outcome'], string>> = {
  pass: 'Met:',
  fail: 'Not met:',
  note: 'Note:',
};
