import type { Account, Post, PostSummary } from '../src/api/generated/types.gen';

export const ada: Account = {
  id: 'a0000000-0000-4000-8000-000000000001',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
};

export function postSummary(number: number): PostSummary {
  return {
    id: `b0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    slug: `post-${number}`,
    title: `Post ${number}`,
    excerpt: `About ${number}.`,
    author: { id: ada.id, name: ada.name },
    tags: ['cors'],
    publishedAt: '2026-03-01T10:00:00Z',
  };
}

export function wholePost(number: number): Post {
  const content = `Text of ${number}.`;
  return { ...postSummary(number), updatedAt: '2026-03-01T10:00:00Z', content, html: `<p>${content}</p>` };
}
