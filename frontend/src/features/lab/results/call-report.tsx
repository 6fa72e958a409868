import { useId } from 'react';
import { Icon } from '../../../ui/icon';
import { MeaningTag } from '../meaning';
import type { CallResult } from '../runs/run-result';
import { Heading, type HeadingLevel } from '../trace/heading';
import { AllSteps } from './all-steps';
import styles from './call-report.module.css';
import { Columns } from './columns';
import { cookieSentences } from './cookie-sentences';
import { DecisiveStep } from './decisive-step';
import { Disagreements } from './disagreements';
import { SequenceFigure } from './sequence-figure';
import { verdictOnCall } from './verdict';

interface CallReportProps {
  readonly result: CallResult;
  readonly engine: string;
  /** Told where there are several calls. */
  readonly name: string | null;
  readonly level: HeadingLevel;
  readonly under: HeadingLevel;
}

/** One call: how it ended, how it went, why, and its three sides. */
export function CallReport({ result, engine, name, level, under }: CallReportProps) {
  const { meaning, sentence } = verdictOnCall(result);
  const verdictId = useId();
  const agrees = result.disagreements.length === 0;
  return (
    <article className={styles.report} aria-labelledby={verdictId}>
      <div className={styles.head}>
        <Heading level={level} id={verdictId} className={styles.verdict}>
          {name !== null && <span className={styles.name}>{name}</span>}{' '}
          <MeaningTag meaning={meaning} large /> <span>{sentence}</span>
        </Heading>
        {cookieSentences(result.predicted).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {agrees && (
          <p className={styles.agreement}>
            <Icon name="check" />
            All three agree: the prediction, this browser, and the server’s journal.
          </p>
        )}
      </div>
      {!agrees && <Disagreements disagreements={result.disagreements} />}
      <SequenceFigure result={result} />
      <DecisiveStep result={result} meaning={meaning} level={under} />
      <Columns result={result} engine={engine} level={under} />
      <AllSteps predicted={result.predicted} />
    </article>
  );
}
