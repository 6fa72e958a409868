import { expect, test } from 'vitest';
import { api, page } from '../../../../test-support/lab-samples';
import { chromiumEngine, standardEngine, webkitEngine, type Engine } from './engine';
import { forget, judgeCache, remember, type CacheQuestion } from './preflight-cache';
import { reasonOf } from './trace';

const question: CacheQuestion = {
  origin: page,
  credentials: 'omit',
  url: api,
  method: 'PUT',
  unsafeHeaders: [],
  usePreflight: false,
};

function remembered(methods: string[], headers: string[], maxAge = 60, engine: Engine = standardEngine) {
  return remember([], question, { holds: true, trace: [], methods, headers, maxAge }, 0, engine);
}

test('forgets at the very second', () => {
  const cache = remembered(['PUT'], []);
  expect(judgeCache(cache, question, 59, standardEngine).holds).toBe(true);
  expect(judgeCache(cache, question, 60, standardEngine).holds).toBe(false);
});

test('keeps nothing longer than the engine does', () => {
  const cache = remembered(['PUT'], [], 86400, chromiumEngine);
  expect(judgeCache(cache, question, 7199, chromiumEngine).holds).toBe(true);
  expect(judgeCache(cache, question, 7200, chromiumEngine).holds).toBe(false);
});

test('lets * cover any header but Authorization, which WebKit covers too', () => {
  const cache = remembered(['PUT'], ['*']);
  const asks = (name: string) => ({ ...question, unsafeHeaders: [name] });
  expect(judgeCache(cache, asks('x-a'), 1, standardEngine).holds).toBe(true);
  expect(judgeCache(cache, asks('authorization'), 1, standardEngine).holds).toBe(false);
  expect(judgeCache(cache, asks('authorization'), 1, webkitEngine).holds).toBe(true);
});

test('knows headers in any case of letters, and says which one it lacks', () => {
  const cache = remembered(['PUT'], ['X-A']);
  const { holds, trace } = judgeCache(
    cache,
    { ...question, unsafeHeaders: ['x-a', 'x-b'] },
    1,
    standardEngine,
  );
  expect(holds).toBe(false);
  expect(reasonOf(trace)).toMatchObject({ rule: 'header-cached', facts: { name: 'x-b' } });
});

test('asks about a safelisted method only for a stream, and remembers that of a stream unnamed', () => {
  const post = { ...question, method: 'POST' };
  expect(judgeCache([], post, 0, standardEngine).holds).toBe(true);
  const stream = { ...post, usePreflight: true };
  expect(judgeCache([], stream, 0, standardEngine).holds).toBe(false);
  const answer = { holds: true, trace: [], methods: [], headers: [], maxAge: 60 };
  const cache = remember([], stream, answer, 0, standardEngine);
  expect(judgeCache(cache, stream, 1, standardEngine).holds).toBe(true);
});

test('lets a known permission live anew', () => {
  const answer = { holds: true, trace: [], methods: ['PUT'], headers: [], maxAge: 60 };
  const cache = remember(remembered(['PUT'], []), question, answer, 30, standardEngine);
  expect(cache).toHaveLength(1);
  expect(judgeCache(cache, question, 89, standardEngine).holds).toBe(true);
});

test('forgets what it knew of an address and an origin, and nothing else', () => {
  const cache = remembered(['PUT'], []);
  expect(forget(cache, { origin: page, url: `${api}/2` })).toEqual(cache);
  expect(forget(cache, { origin: 'null', url: api })).toEqual(cache);
  expect(forget(cache, { origin: page, url: api })).toEqual([]);
});
