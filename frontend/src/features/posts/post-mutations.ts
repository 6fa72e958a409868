import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHttpClient } from '../../api/api-context';
import type { ChangePostRequest, CreatePostRequest, Post } from '../../api/generated/types.gen';
import { cacheChangedPost, cacheCreatedPost, cacheDeletedPost, forgetPost } from './post-cache';
import { versionedPost } from './post-queries';

export function useCreatePost() {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (request: CreatePostRequest) =>
      versionedPost(await client.post<Post>('/api/posts', { body: request })),
    onSuccess: (created) => {
      cacheCreatedPost(queryClient, created);
    },
  });
}

interface Change {
  readonly request: ChangePostRequest;
  /** The version that was edited; the server refuses with 412 when it is no longer the current one. */
  readonly etag: string | null;
}

export function useChangePost(id: string) {
  const client = useHttpClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ request, etag }: Change) =>
      versionedPost(await client.patch<Post>(`/api/posts/${id}`, { body: request, ifMatch: etag })),
    onSuccess: (changed) => {
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
