import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Post, PostPage, PostSummary } from '../../api/generated/types.gen';
import { postKeys, type VersionedPost } from './post-queries';

type PostPages = InfiniteData<PostPage, string | null>;

/** The lists show a new post at once, and then ask the server whether it is so. */
export function cacheCreatedPost(queryClient: QueryClient, created: VersionedPost): void {
  const { post } = created;
  queryClient.setQueryData(postKeys.post(post.id), created);
  for (const author of [null, post.author.id]) {
    queryClient.setQueryData<PostPages>(
      postKeys.list(author),
      (pages) => pages && prepend(pages, summaryOf(post)),
    );
  }
  void queryClient.invalidateQueries({ queryKey: postKeys.lists });
}

export function cacheChangedPost(queryClient: QueryClient, changed: VersionedPost): void {
  const { post } = changed;
  queryClient.setQueryData(postKeys.post(post.id), changed);
  queryClient.setQueriesData<PostPages>(
    { queryKey: postKeys.lists },
    (pages) => pages && mapItems(pages, (item) => (item.id === post.id ? [summaryOf(post)] : [item])),
  );
  void queryClient.invalidateQueries({ queryKey: postKeys.lists });
}

/** Leaves the post itself to whoever shows it: see {@link forgetPost}. */
export function cacheDeletedPost(queryClient: QueryClient, id: string): void {
  queryClient.setQueriesData<PostPages>(
    { queryKey: postKeys.lists },
    (pages) => pages && mapItems(pages, (item) => (item.id === id ? [] : [item])),
  );
  void queryClient.invalidateQueries({ queryKey: postKeys.lists });
}

/** To be called once no page shows the post any more; one that did would ask for it again, and find nothing. */
export function forgetPost(queryClient: QueryClient, id: string): void {
  queryClient.removeQueries({ queryKey: postKeys.post(id) });
}

function summaryOf({ id, slug, title, excerpt, author, tags, publishedAt }: Post): PostSummary {
  return { id, slug, title, excerpt, author, tags, publishedAt };
}

function prepend(pages: PostPages, post: PostSummary): PostPages {
  const [first, ...others] = pages.pages;
  if (first === undefined) return pages;
  return { ...pages, pages: [{ ...first, items: [post, ...first.items] }, ...others] };
}

function mapItems(pages: PostPages, replace: (item: PostSummary) => PostSummary[]): PostPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.flatMap(replace) })) };
}
