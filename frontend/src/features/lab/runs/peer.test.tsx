import { afterEach, expect, test, vi } from 'vitest';
import { labCall } from '../../../../test-support/export-samples';
import { formOf } from '../../../../test-support/lab-forms';
import { readable } from '../../../../test-support/run-samples';
import { Peer } from './peer';

const origin = 'http://localhost:4000';

function say(source: Window, data: unknown, from = origin): void {
  window.dispatchEvent(new MessageEvent('message', { source, origin: from, data }));
}

function framed(): Window {
  const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
  if (contentWindow === null) throw new Error('A frame in a document has a window.');
  return contentWindow;
}

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test('a page is there once the one that was asked for last says so', async () => {
  vi.useFakeTimers();
  const target = framed();
  const peer = new Peer(target, origin, { isAwaited: (search) => search === '?2' });
  const settled = vi.fn();
  void peer.ready.then(settled);

  say(target, { lab: 1, type: 'ready', search: '?1' });
  say(target, { lab: 1, type: 'ready' });
  say(target, { lab: 1, type: 'ready', search: '?2' }, 'http://localhost:4001');
  say(window, { lab: 1, type: 'ready', search: '?2' });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(settled).not.toHaveBeenCalled();

  say(target, { lab: 1, type: 'ready', search: '?2' });
  expect(await peer.ready).toBe(true);
  peer.close();
});

test('a page that is not there in time is not there', async () => {
  vi.useFakeTimers();
  const peer = new Peer(framed(), origin, { isAwaited: () => true });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await peer.ready).toBe(false);
  peer.close();
});

test('a call is waited for as long as two servers may take to answer it', async () => {
  vi.useFakeTimers();
  const target = framed();
  vi.spyOn(target, 'postMessage').mockReturnValue();
  const peer = new Peer(target, origin, { isAwaited: () => true });
  const settled = vi.fn();
  const call = peer.call('http://localhost:8080/runs/one', formOf('another-port'));
  void call.then(settled);

  await vi.advanceTimersByTimeAsync(20_000);
  expect(settled).not.toHaveBeenCalled();

  say(target, { lab: 1, type: 'observed', id: 1, observation: readable(200) });
  expect(await call).toMatchObject({ outcome: 'readable' });
  peer.close();
});

test('an observation is taken where it is whole', async () => {
  const target = framed();
  vi.spyOn(target, 'postMessage').mockReturnValue();
  const peer = new Peer(target, origin, { isAwaited: () => true });
  const settled = vi.fn();
  const called = peer.call('http://api.test/', labCall);
  void called.then(settled);

  for (const observation of [
    null,
    { ...readable(200), outcome: 'seen' },
    { ...readable(200), status: '200' },
    { ...readable(200), headers: [{ name: 'x-lab' }] },
    { ...readable(200), body: undefined },
    { ...readable(200), error: { name: 'TypeError' } },
  ]) {
    say(target, { lab: 1, type: 'observed', id: 1, observation });
  }
  say(target, { lab: 2, type: 'observed', id: 1, observation: readable(200) });
  say(target, { lab: 1, type: 'observed', id: 2, observation: readable(200) });
  await Promise.resolve();
  expect(settled).not.toHaveBeenCalled();

  say(target, { lab: 1, type: 'observed', id: 1, observation: readable(201) });
  expect(await called).toEqual(readable(201));
  peer.close();
});
