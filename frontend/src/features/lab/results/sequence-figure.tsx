import { classNames } from '../../../ui/class-names';
import { MeaningTag } from '../meaning';
import type { CallResult } from '../runs/run-result';
import { sequenceOf, type SequenceStep } from './sequence';
import styles from './sequence-figure.module.css';

/**
 * What happened between page, browser and server, one step after the other: a list of sentences that is drawn as arrows
 * between three lines.
 */
export function SequenceFigure({ result }: { readonly result: CallResult }) {
  return (
    <div className={styles.figure}>
      <div className={styles.heads} aria-hidden="true">
        <span>Page</span>
        <span>Browser</span>
        <span>Server</span>
      </div>
      <ol className={styles.steps} aria-label="Who sent what to whom">
        {sequenceOf(result).map((step, index) => (
          <StepItem key={index} step={step} />
        ))}
      </ol>
    </div>
  );
}

function StepItem({ step }: { readonly step: SequenceStep }) {
  const { from, to, meaning, title, sentence, lines } = step;
  const isDecision = from === to;
  const tint = meaning !== null && styles[meaning];
  return (
    <li
      className={classNames(isDecision ? styles.decision : styles.arrow, tint)}
      data-from={from}
      data-to={to}
    >
      <div className={styles.text}>
        <p className={styles.title}>
          {!isDecision && <code className={styles.token}>{title}</code>}
          {isDecision && <span>{title}</span>} {meaning !== null && <MeaningTag meaning={meaning} />}
        </p>
        <p>{sentence}</p>
        {lines.length > 0 && (
          <ul className={styles.lines}>
            {lines.map((line, index) => (
              <li key={index}>
                <code>{line}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
      {!isDecision && <span className={styles.shaft} aria-hidden="true" />}
    </li>
  );
}
