import { expect, test } from 'vitest';
import type { StoredCookie } from '../standard/cookies';
import { CookieMemory } from './cookie-memory';

const cookie: StoredCookie = {
  name: 'lab-1',
  sameSite: 'Lax',
  secure: false,
  partitioned: false,
  path: '/runs',
  host: 'localhost',
  partition: 'http://localhost',
};

test('names one cookie a second, and another where two runs share a second', () => {
  const memory = new CookieMemory();
  expect(memory.nextName(64_000)).toBe('lab-0');
  expect(memory.nextName(64_500)).toBe('lab-1');
  expect(memory.nextName(70_000)).toBe('lab-6');
  expect(new CookieMemory().nextName(70_000)).toBe('lab-6');
});

test('has 64 names', () => {
  const memory = new CookieMemory();
  const names = Array.from({ length: 500 }, () => memory.nextName(0));
  expect(new Set(names).size).toBe(64);
  expect(names.every((name) => /^lab-(?:[1-5]?\d|6[0-3])$/.test(name))).toBe(true);
});

test('remembers a cookie for as long as it lasts', () => {
  const memory = new CookieMemory();
  memory.remember('lab-1', [cookie], 1_000, 2_000);
  expect(memory.recall('lab-1', 63_999)).toEqual([cookie]);
  expect(memory.recall('lab-1', 64_000)).toEqual([]);
  // Another run that leaves it as it is does not make it last longer.
  memory.remember('lab-1', memory.recall('lab-1', 30_000), 30_000, 31_000);
  expect(memory.recall('lab-1', 64_000)).toEqual([]);
});

test('passes by a name whose cookie may go while a run goes on', () => {
  const memory = new CookieMemory();
  memory.remember('lab-0', [cookie], 0, 1_000);
  expect(memory.nextName(64_000 - 24_000)).toBe('lab-40');
  const later = new CookieMemory();
  later.remember('lab-50', [cookie], 0, 1_000);
  expect(later.nextName(50_000)).toBe('lab-51');
});

test('passes by a name of which nothing is known', () => {
  const memory = new CookieMemory();
  memory.avoid('lab-50', 49_000);
  expect(memory.nextName(50_000)).toBe('lab-51');
  expect(memory.recall('lab-50', 50_000)).toEqual([]);
});
