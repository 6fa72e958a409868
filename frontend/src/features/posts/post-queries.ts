import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Post, PostPage, Preview } from '../../api/generated/types.gen';
import type { Answer, HttpClient } from '../../api/http-client';

/** A post and the version it is, which an edit names to change no other. */
export interface VersionedPost {
  readonly post: Post;
  readonly etag: string | null;
}

export const postKeys = {
  lists: ['posts', 'list'] as const,
  list: (author: string | null) => ['posts', 'list', author] as const,
  post: (id: string) => ['posts', 'post', id] as const,
  preview: (content: string) => ['posts', 'preview', content] as const,
};

/** @param author whose posts, or null for everybody's */
export function postListOptions(client: HttpClient, author: string | null) {
  return infiniteQueryOptions({
    queryKey: postKeys.list(author),
    queryFn: async ({ pageParam, signal }) => {
      const answer = await client.get<PostPage>('/api/posts', {
        query: { cursor: pageParam, author },
        signal,
      });
      return answer.body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Going back finds the loaded pages as they were, and no list moves under somebody who reads it.
    staleTime: 60_000,
    gcTime: 30 * 60_000,
    refetchOnWindowFocus: false,
  });
}

export function postOptions(client: HttpClient, id: string) {
  return queryOptions({
    queryKey: postKeys.post(id),
    queryFn: async ({ signal }) =>
      versionedPost(await client.get<Post>(`/api/posts/${encodeURIComponent(id)}`, { signal })),
  });
}

export function previewOptions(client: HttpClient, content: string) {
  return queryOptions({
    queryKey: postKeys.preview(content),
    queryFn: async ({ signal }) => {
      const answer = await client.post<Preview>('/api/posts/preview', { body: { content }, signal });
      return answer.body.html;
    },
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

export function versionedPost(answer: Answer<Post>): VersionedPost {
  return { post: answer.body, etag: answer.etag };
}
