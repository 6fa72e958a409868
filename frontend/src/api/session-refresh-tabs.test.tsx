import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFakeLocks } from '../../test-support/fake-locks';
import { noAnswer } from '../../test-support/server';
import {
  closeTabs,
  failureOf,
  gate,
  nextNews,
  openTab,
  renew,
  session,
  sessionOver,
  startSession,
} from '../../test-support/session-server';

beforeEach(startSession);
afterEach(closeTabs);

test('two tabs renew the session once between them', async () => {
  const locks = createFakeLocks();
  const [first, second] = [openTab(locks), openTab(locks)];
  const told = nextNews();
  const { opened, open } = gate();
  session.onRefresh = async () => {
    await opened;
    return renew();
  };
  const calls = [first, second].flatMap((tab) => [tab.get('/api/sessions'), tab.get('/api/sessions')]);
  await locks.untilWaiting(2);
  open();
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(session.refreshes).toBe(1);
  expect(await told).toBe('refreshed');
});

test('tabs each renew where the browser has no locks', async () => {
  const [first, second] = [openTab(null), openTab(null)];
  await Promise.all([first.get('/api/sessions'), second.get('/api/sessions')]);
  expect(session.refreshes).toBeGreaterThanOrEqual(1);
});

test('a tab renews when the one before it could not', async () => {
  const locks = createFakeLocks();
  const [first, second] = [openTab(locks), openTab(locks)];
  session.onRefresh = () => {
    if (session.refreshes === 1) return noAnswer();
    return renew();
  };
  const outcomes = await Promise.all([failureOf(first.get('/api/sessions')), second.get('/api/sessions')]);
  expect(outcomes).toEqual([
    expect.objectContaining({ kind: 'unreachable' }),
    expect.objectContaining({ status: 200 }),
  ]);
  expect(session.refreshes).toBe(2);
});

test('tabs tell each other when the session is over', async () => {
  const first = openTab();
  openTab();
  const told = nextNews();
  session.onRefresh = sessionOver;
  await failureOf(first.get('/api/sessions'));
  expect(await told).toBe('changed');
});
