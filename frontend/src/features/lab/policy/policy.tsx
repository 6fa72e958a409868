import { useQuery } from '@tanstack/react-query';
import { explain } from '../../../api/api-error';
import { useHttpClient } from '../../../api/api-context';
import { Failure } from '../../../ui/failure';
import { Section } from '../../../ui/section';
import { Loading, Skeleton } from '../../../ui/skeleton';
import { CheckEditor } from './check-editor';
import { policyOptions } from './policy-queries';
import { PolicyTable } from './policy-table';
import { TryOrigin } from './try-origin';

/** Who may call this server, what it would say to any Origin, and what its start would say to another policy. */
export function Policy() {
  const policy = useQuery(policyOptions(useHttpClient()));
  if (policy.isPending) {
    return (
      <Loading label="Loading the policy">
        {['60%', '80%', '50%'].map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </Loading>
    );
  }
  if (policy.isLoadingError) {
    return (
      <Failure
        title="The policy couldn’t be loaded"
        reason={explain(policy.error)}
        busy={policy.isFetching}
        onRetry={() => {
          void policy.refetch();
        }}
      />
    );
  }
  return (
    <>
      <Section title="In force">
        <PolicyTable policy={policy.data} />
      </Section>
      <Section title="Try an Origin">
        <TryOrigin policy={policy.data} />
      </Section>
      <Section title="Check another policy">
        <CheckEditor policy={policy.data} />
      </Section>
    </>
  );
}
