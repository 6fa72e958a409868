import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { ada, postSummary, wholePost } from '../../../test-support/samples';
import type { PostPage } from '../../api/generated/types.gen';
import { cacheChangedPost, cacheCreatedPost, cacheDeletedPost, forgetPost } from './post-cache';
import { postKeys } from './post-queries';

const everybody = postKeys.list(null);
const own = postKeys.list(ada.id);
const others = postKeys.list('somebody-else');

let queryClient: QueryClient;

beforeEach(() => {
  queryClient = new QueryClient();
  for (const key of [everybody, own, others]) {
    const pages: PostPage[] = [
      { items: [postSummary(4), postSummary(3)], next: 'after-3' },
      { items: [postSummary(2)], next: null },
    ];
    queryClient.setQueryData(key, { pages, pageParams: [null, 'after-3'] });
  }
});

function titles(key: readonly unknown[]): string[][] | undefined {
  const data = queryClient.getQueryData<{ pages: PostPage[] }>(key);
  return data?.pages.map((page) => page.items.map((item) => item.title));
}

test('shows a new post first in the lists it belongs to', () => {
  cacheCreatedPost(queryClient, { post: wholePost(5), etag: '"1"' });
  expect(titles(everybody)).toEqual([['Post 5', 'Post 4', 'Post 3'], ['Post 2']]);
  expect(titles(own)).toEqual([['Post 5', 'Post 4', 'Post 3'], ['Post 2']]);
  expect(titles(others)).toEqual([['Post 4', 'Post 3'], ['Post 2']]);
  expect(queryClient.getQueryData(postKeys.post(wholePost(5).id))).toEqual({
    post: wholePost(5),
    etag: '"1"',
  });
});

test('shows a changed post in its place, with its new version', () => {
  cacheChangedPost(queryClient, { post: { ...wholePost(2), title: 'Changed' }, etag: '"2"' });
  expect(titles(everybody)).toEqual([['Post 4', 'Post 3'], ['Changed']]);
  expect(queryClient.getQueryData(postKeys.post(wholePost(2).id))).toMatchObject({ etag: '"2"' });
});

test('shows a deleted post nowhere', () => {
  queryClient.setQueryData(postKeys.post(wholePost(3).id), { post: wholePost(3), etag: null });
  cacheDeletedPost(queryClient, wholePost(3).id);
  forgetPost(queryClient, wholePost(3).id);
  expect(titles(everybody)).toEqual([['Post 4'], ['Post 2']]);
  expect(queryClient.getQueryData(postKeys.post(wholePost(3).id))).toBeUndefined();
});

test('makes every list ask the server whether it is so', () => {
  cacheDeletedPost(queryClient, wholePost(3).id);
  expect([everybody, own, others].map((key) => queryClient.getQueryState(key)?.isInvalidated)).toEqual([
    true,
    true,
    true,
  ]);
});

test('makes up no list that was not loaded', () => {
  queryClient.removeQueries({ queryKey: postKeys.lists });
  cacheCreatedPost(queryClient, { post: wholePost(5), etag: null });
  expect(titles(everybody)).toBeUndefined();
});
