import { useMemo, useState } from 'react';
import { Failure } from '../../../ui/failure';
import { SelectField } from '../../../ui/select-field';
import { Loading, Skeleton } from '../../../ui/skeleton';
import { engineOf, standardEngine } from '../standard/engine';
import type { BrowserCase, CaseKind } from './browser-case';
import { CaseItem } from './case-item';
import { loadBrowserCases, useLoaded } from './case-data';
import { kindNames, runAll } from './case-outcome';
import styles from './cases.module.css';
import { Tally } from './tally';

const kinds = (Object.keys(kindNames) as CaseKind[]).map((value) => ({ value, text: kindNames[value] }));

/** The conformance cases, run by the Lab's model of this browser. */
export function BrowserCases() {
  const cases = useLoaded(loadBrowserCases);
  switch (cases.state) {
    case 'loading':
      return (
        <Loading label="Loading the cases">
          <Skeleton width="60%" />
          <Skeleton width="80%" />
        </Loading>
      );
    case 'failed':
      return (
        <Failure
          title="The cases couldn’t be loaded"
          reason="The file that holds them did not arrive."
          busy={false}
          onRetry={cases.retry}
        />
      );
    case 'loaded':
      return <Results cases={cases.data} />;
  }
}

function Results({ cases }: { readonly cases: readonly BrowserCase[] }) {
  const [kind, setKind] = useState<CaseKind | 'all'>('all');
  const engine = useMemo(() => engineOf(navigator.userAgent), []);
  const results = useMemo(() => runAll(cases, engine), [cases, engine]);
  const shown = results.filter(({ each }) => kind === 'all' || each.kind === kind);
  const count = (outcome: string) => shown.filter((result) => result.outcome === outcome).length;
  return (
    <div className={styles.cases}>
      <p className={styles.text}>
        Each case says what the Fetch standard demands. The Lab’s predictions, which its experiments rest on
        too, have just been held against them
        {engine === standardEngine
          ? '.'
          : `, as ${engine.name} does it: where that is known to depart from the standard, the case says so.`}
      </p>
      <SelectField
        label="About"
        options={[{ value: 'all', text: `Everything (${cases.length})` }, ...kinds]}
        value={kind}
        onChange={setKind}
      />
      <Tally
        label="The cases’ tally"
        counts={[
          { name: 'passed', icon: 'check', count: count('passed') },
          { name: 'failed', icon: 'close', count: count('failed') },
          { name: `where ${engine.name} is known to depart`, icon: 'alert', count: count('departs') },
        ]}
      />
      <ul className={styles.list}>
        {shown.map((result) => (
          <CaseItem key={result.each.id} {...result} />
        ))}
      </ul>
    </div>
  );
}
