import { expect, test } from 'vitest';
import { ada } from '../../../test-support/samples';
import { sessionState } from './session-state';

test('is restoring before the first answer, and unreachable when there is none', () => {
  expect(sessionState(undefined, false)).toEqual({ kind: 'restoring' });
  expect(sessionState(undefined, true)).toEqual({ kind: 'unreachable' });
});

test('is in or out by the last answer', () => {
  expect(sessionState(ada, false)).toEqual({ kind: 'in', account: ada });
  expect(sessionState(null, false)).toEqual({ kind: 'out' });
});

test('logs nobody out, nor in, because a later question got no answer', () => {
  expect(sessionState(ada, true)).toEqual({ kind: 'in', account: ada });
  expect(sessionState(null, true)).toEqual({ kind: 'out' });
});
