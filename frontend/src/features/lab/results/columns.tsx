import type { ReactNode } from 'react';
import type { CallResult } from '../runs/run-result';
import { standardEngine } from '../standard/engine';
import styles from './columns.module.css';
import { Heading, type HeadingLevel } from '../trace/heading';
import { ObservedFacts } from './observed-facts';
import { PredictedFacts } from './predicted-facts';
import { RecordedFacts } from './recorded-facts';

interface ColumnsProps {
  readonly result: CallResult;
  readonly engine: string;
  readonly level: HeadingLevel;
}

/** The three sides of one call: what was expected, what the page got to know, what reached the server. */
export function Columns({ result, engine, level }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <Column title="Predicted" source={sourceOf(engine)} level={level}>
        <PredictedFacts call={result.call} predicted={result.predicted} />
      </Column>
      <Column title="Observed in this browser" source="by the page that called" level={level}>
        <ObservedFacts result={result} />
      </Column>
      <Column title="Recorded by the server" source="in its journal of this run" level={level}>
        <RecordedFacts result={result} />
      </Column>
    </div>
  );
}

interface ColumnProps {
  readonly title: string;
  readonly source: string;
  readonly level: HeadingLevel;
  readonly children: ReactNode;
}

function Column({ title, source, level, children }: ColumnProps) {
  return (
    <div className={styles.column}>
      <div>
        <Heading level={level} className={styles.title}>
          {title}
        </Heading>
        <p className={styles.source}>{source}</p>
      </div>
      {children}
    </div>
  );
}

function sourceOf(engine: string): string {
  const standard = 'by the Fetch standard';
  return engine === standardEngine.name ? standard : `${standard}, as in ${engine}`;
}
