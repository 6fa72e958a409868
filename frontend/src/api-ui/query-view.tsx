import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type ApiError, explain } from '../api/api-error';
import { Failure } from '../ui/failure';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data> | UseInfiniteQueryResult<Data>;
  readonly skeleton: ReactNode;
  /** Says that it couldn’t be loaded. */
  readonly failure: string;
  readonly children: (data: Data) => ReactNode;
}

/** What a query has brought; before that, its skeleton, or why it failed. */
export function QueryView<Data>({ query, skeleton, failure, children }: QueryViewProps<Data>) {
  if (query.isPending) return skeleton;
  if (query.isLoadingError) return <QueryFailure query={query} title={failure} />;
  return children(query.data);
}

interface QueryFailureProps {
  readonly query: {
    readonly error: ApiError | null;
    readonly isFetching: boolean;
    readonly refetch: () => Promise<unknown>;
  };
  readonly title: string;
}

/** For a page that wants a heading of its own around the failure. */
export function QueryFailure({ query, title }: QueryFailureProps) {
  return (
    <Failure
      title={title}
      reason={query.error === null ? '' : explain(query.error)}
      busy={query.isFetching}
      onRetry={() => {
        void query.refetch();
      }}
    />
  );
}
