import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { QueryView } from '../../api-ui/query-view';
import { explain } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import type { PostSummary } from '../../api/generated/types.gen';
import { LoadMore } from '../../ui/load-more';
import { Notice } from '../../ui/notice';
import { postListOptions } from './post-queries';

interface PostPagesProps {
  /** Whose posts, or null for everybody's. */
  readonly author: string | null;
  readonly skeleton: ReactNode;
  readonly empty: ReactNode;
  /** Said below the last post. */
  readonly end?: ReactNode;
  readonly children: (posts: readonly PostSummary[]) => ReactNode;
}

/** Posts page after page, in each state that loading them can be in. */
export function PostPages({ author, skeleton, empty, end, children }: PostPagesProps) {
  const posts = useInfiniteQuery(postListOptions(useHttpClient(), author));
  return (
    <QueryView query={posts} skeleton={skeleton} failure="The posts couldn’t be loaded">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0 && !posts.hasNextPage) return empty;
        return (
          <>
            {children(items)}
            {posts.isFetchNextPageError && (
              <Notice meaning="problem">{`The next posts couldn’t be loaded. ${explain(posts.error)}`}</Notice>
            )}
            {posts.hasNextPage ? (
              <LoadMore
                busy={posts.isFetchingNextPage}
                automatic={!posts.isError && !posts.isFetching}
                onLoad={() => {
                  void posts.fetchNextPage({ cancelRefetch: false });
                }}
              />
            ) : (
              end
            )}
          </>
        );
      }}
    </QueryView>
  );
}
