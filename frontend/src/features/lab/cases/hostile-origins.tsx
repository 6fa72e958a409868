import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../../api/api-error';
import { useHttpClient } from '../../../api/api-context';
import type { PolicyInForce } from '../../../api/generated/types.gen';
import { Button } from '../../../ui/button';
import { Failure } from '../../../ui/failure';
import { Notice } from '../../../ui/notice';
import { optionsOf, SelectField } from '../../../ui/select-field';
import { Loading, Skeleton } from '../../../ui/skeleton';
import { policyOptions } from '../policy/policy-queries';
import { loadHostileOrigins, useLoaded } from './case-data';
import styles from './cases.module.css';
import { HostileItem } from './hostile-item';
import type { HostileOrigin, HostileResult } from './hostile-origin';
import { useHostileRun } from './hostile-run';
import { Tally } from './tally';

/** The Origins that must never be allowed, against this very server. */
export function HostileOrigins() {
  const origins = useLoaded(loadHostileOrigins);
  const policy = useQuery(policyOptions(useHttpClient()));
  if (origins.state === 'failed') {
    return (
      <Failure
        title="The hostile origins couldn’t be loaded"
        reason="The file that holds them did not arrive."
        busy={false}
        onRetry={origins.retry}
      />
    );
  }
  if (policy.isLoadingError) {
    return (
      <Failure
        title="The server’s policy couldn’t be loaded"
        reason={explain(policy.error)}
        busy={policy.isFetching}
        onRetry={() => {
          void policy.refetch();
        }}
      />
    );
  }
  if (policy.isPending || origins.state === 'loading') {
    return (
      <Loading label="Loading the hostile origins">
        <Skeleton width="60%" />
        <Skeleton width="80%" />
      </Loading>
    );
  }
  return <Trial origins={origins.data} policy={policy.data} />;
}

interface TrialProps {
  readonly origins: readonly HostileOrigin[];
  readonly policy: PolicyInForce;
}

function Trial({ origins, policy }: TrialProps) {
  const run = useHostileRun(policy);
  const clients = policy.clients.map(({ origin }) => origin);
  const made = [...new Set(origins.map(({ trusted }) => trusted))];
  return (
    <div className={styles.cases}>
      <p className={styles.text}>
        {origins.length} Origins that were made to be taken for {made.join(' or ')} by servers that compare
        wrongly. This server allows {clients.length === 0 ? 'no other origin' : clients.join(' and ')}.
        Whatever it allows, none of them may read or write, unless it is byte for byte what is allowed here.
        Each is judged three times, reading, writing with a login, and as a preflight, by the functions that
        this server runs; nothing is sent in its name.
      </p>
      <div>
        <Button
          look="primary"
          busy={run.isPending}
          onClick={() => {
            run.mutate(origins);
          }}
        >
          Try all {origins.length}
        </Button>
      </div>
      {run.error !== null && (
        <Notice meaning="problem">They could not all be tried. {explain(run.error)}</Notice>
      )}
      {run.data !== undefined && <Results results={run.data} />}
    </div>
  );
}

function Results({ results }: { readonly results: readonly HostileResult[] }) {
  const [shownClass, setShownClass] = useState('all');
  const classes = [...new Set(results.map(({ each }) => each.class))].sort();
  const shown = results.filter(({ each }) => shownClass === 'all' || each.class === shownClass);
  const count = (outcome: HostileResult['outcome']) =>
    shown.filter((result) => result.outcome === outcome).length;
  return (
    <>
      <SelectField
        label="Of the class"
        options={[{ value: 'all', text: `Every class (${results.length})` }, ...optionsOf(classes)]}
        value={shownClass}
        onChange={setShownClass}
      />
      <Tally
        label="The hostile origins’ tally"
        counts={[
          { name: 'refused', icon: 'check', count: count('refused') },
          { name: 'wrongly let in', icon: 'close', count: count('failed') },
          { name: 'a client of this server', icon: 'alert', count: count('client') },
          { name: 'this server’s own origin', icon: 'alert', count: count('own') },
        ]}
      />
      <ul className={styles.list}>
        {shown.map((result) => (
          <HostileItem key={result.each.id} {...result} />
        ))}
      </ul>
    </>
  );
}
