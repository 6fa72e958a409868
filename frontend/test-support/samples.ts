import type { Account, AccountDetails, Device, Post, PostSummary } from '../src/api/generated/types.gen';

export const ada: Account = {
  id: 'a0000000-0000-4000-8000-000000000001',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
};

export const bob: Account = {
  id: 'a0000000-0000-4000-8000-000000000002',
  email: 'bob@example.com',
  name: 'Bob Babbage',
};

export const adaInDetail: AccountDetails = {
  ...ada,
  emailConfirmed: true,
  createdAt: '2026-03-01T10:00:00Z',
};

export function device(number: number, part: Partial<Device> = {}): Device {
  return {
    id: `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    browser: `Firefox ${number}`,
    system: 'Windows',
    address: '203.0.113.7',
    firstUsedAt: '2026-03-01T10:00:00Z',
    lastUsedAt: '2026-03-02T10:00:00Z',
    current: false,
    ...part,
  };
}

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
