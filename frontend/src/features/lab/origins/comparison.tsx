import { Icon } from '../../../ui/icon';
import { Section } from '../../../ui/section';
import { explainReason } from '../standard/explanation';
import { compareOrigins } from '../standard/origin';
import { compareSites } from '../standard/site';
import type { Verdict } from '../standard/trace';
import { FailureNote } from '../trace/failure-note';
import { TraceSteps } from '../trace/trace-steps';
import { listed } from '../wording';
import type { Address } from './address';
import styles from './comparison.module.css';
import { consequencesOf } from './consequences';
import { ConsequenceList } from './consequence-list';
import { furtherDifferences, partsOf } from './parts';
import { PartsTable } from './parts-table';

interface ComparisonProps {
  readonly one: Address;
  readonly other: Address;
}

export function Comparison({ one, other }: ComparisonProps) {
  const origins = compareOrigins(one.origin, other.origin);
  const sites = compareSites(one.origin, other.origin);
  const parts = partsOf(one.origin, other.origin);
  return (
    <div>
      <div role="status" aria-label="The answer" className={styles.verdicts}>
        <VerdictCard
          yes="The same origin"
          no="Two origins"
          verdict={origins}
          further={furtherDifferences(parts ?? [], 'origin')}
        />
        <VerdictCard
          yes="The same site"
          no="Two sites"
          verdict={sites}
          further={furtherDifferences(parts ?? [], 'site')}
        />
      </div>
      {parts !== null && (
        <Section title="Part by part">
          <PartsTable parts={parts} one={one.serialized} other={other.serialized} />
        </Section>
      )}
      <Section title="What follows">
        <ConsequenceList consequences={consequencesOf(one, other)} other={other.text} />
      </Section>
      <Section title="Step by step">
        <h3 className={styles.subject}>Is it the same origin?</h3>
        <TraceSteps label="Is it the same origin, step by step" trace={origins.trace} />
        <h3 className={styles.subject}>Is it the same site?</h3>
        <TraceSteps label="Is it the same site, step by step" trace={sites.trace} />
      </Section>
    </div>
  );
}

interface VerdictCardProps {
  readonly yes: string;
  readonly no: string;
  readonly verdict: Verdict;
  /** Parts that differ besides the one that decided. */
  readonly further: readonly string[];
}

function VerdictCard({ yes, no, verdict, further }: VerdictCardProps) {
  const reason = explainReason(verdict.trace);
  return (
    <div className={styles.verdict}>
      <p className={styles.answer}>
        <Icon name={verdict.holds ? 'check' : 'close'} />
        {verdict.holds ? yes : no}
      </p>
      {reason === null ? (
        <p>Nothing that counts is different.</p>
      ) : (
        <FailureNote failure={reason} section={reason.section} meaning={null} />
      )}
      {further.length > 0 && (
        <p>
          That alone does not make them one: the {listed(further)}{' '}
          {further.length === 1 ? 'differs' : 'differ'} too.
        </p>
      )}
    </div>
  );
}
