import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHttpClient } from '../../api/api-context';
import type { Post } from '../../api/generated/types.gen';
import { cacheChangedPost, cacheCreatedPost, cacheDeletedPost, forgetPost } from './post-cache';
import { dropPublished } from './post-draft';
import { versionedPost } from './post-queries';
import { type PostValues, requestOf } from './post-values';

interface Publication {
  readonly values: PostValues;
  /** Where the draft of these values is kept. It is dropped also when its page has been left in the meantime. */
  readonly draft: string;
}

/** To be said when a publication ended without an answer. */
export const mayBePublished =
  'It may have been published all the same: look at My posts before you publish it again.';

export function useCreatePost() {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ values }: Publication) =>
      versionedPost(await client.post<Post>('/api/posts', { body: requestOf(values) })),
    onSuccess: (created, { values, draft }) => {
      dropPublished(draft, values);
      cacheCreatedPost(queryClient, created);
    },
  });
}

interface Change extends Publication {
  /** The version that was edited; the server refuses with 412 when it is no longer the current one. */
  readonly etag: string | null;
}

export function useChangePost(id: string) {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ values, etag }: Change) =>
      versionedPost(await client.patch<Post>(`/api/posts/${id}`, { body: requestOf(values), ifMatch: etag })),
    onSuccess: (changed, { values, draft }) => {
      dropPublished(draft, values);
      cacheChangedPost(queryClient, changed);
    },
  });
}

/** @param onDeleted leaves the page of the post, if one shows it */
export function useDeletePost(id: string, onDeleted: () => Promise<void> | void) {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.delete<undefined>(`/api/posts/${id}`),
    onSuccess: async () => {
      cacheDeletedPost(queryClient, id);
      await onDeleted();
      forgetPost(queryClient, id);
    },
  });
}
