import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { request } from '../../../../test-support/run-samples';
import type { Exchange } from '../../../api/generated/types.gen';
import { followRuns } from './journal';

/** Those that were opened, in order. */
let opened: Source[];

/** What a browser follows, without a browser. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  isClosed = false;
  readyState = 1;
  readonly url: string;
  readonly init: EventSourceInit | undefined;

  constructor(url: string, init?: EventSourceInit) {
    super();
    this.url = url;
    this.init = init;
    opened.push(this);
  }

  close(): void {
    this.isClosed = true;
  }

  refuse(): void {
    this.readyState = Source.CLOSED;
    this.dispatchEvent(new Event('error'));
  }

  tell(exchange: Exchange): void {
    this.dispatchEvent(new MessageEvent('exchange', { data: JSON.stringify(exchange) }));
  }
}

function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

let told: (readonly string[])[];
let stop: () => void;

beforeEach(() => {
  opened = [];
  told = [];
  vi.stubGlobal('EventSource', Source);
  stop = followRuns('http://api.test', ['first', 'second'], (recorded) => {
    told.push(recorded.map(({ method }) => method));
  });
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

test('follows each run with the session’s cookies, and tells all exchanges in their order', () => {
  expect(opened.map(({ url }) => url)).toEqual([
    'http://api.test/api/lab/runs/first/events',
    'http://api.test/api/lab/runs/second/events',
  ]);
  expect(opened.map(({ init }) => init)).toEqual([{ withCredentials: true }, { withCredentials: true }]);
  const [first, second] = opened;
  second?.tell(request({ method: 'GET', at: '2026-11-24T08:00:00.2Z' }));
  first?.tell(request({ method: 'POST', at: '2026-11-24T08:00:00.1Z' }));
  expect(told).toEqual([['GET'], ['POST', 'GET']]);
});

test('holds no connection while the tab is hidden, and tells nothing twice when it is seen again', () => {
  opened[0]?.tell(request({ number: 1, method: 'OPTIONS' }));
  hide(true);
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  hide(false);
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true, false, false]);
  // The server begins anew.
  opened[2]?.tell(request({ number: 1, method: 'OPTIONS' }));
  opened[2]?.tell(request({ number: 2, method: 'PUT', at: '2026-11-24T08:00:01Z' }));
  expect(told.at(-1)).toEqual(['OPTIONS', 'PUT']);
});

test('asks again where the server had no room, until it is told to stop', () => {
  vi.useFakeTimers();
  opened[0]?.dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(10_000);
  expect(opened).toHaveLength(2);

  opened[0]?.refuse();
  opened[1]?.refuse();
  vi.advanceTimersByTime(9_999);
  expect(opened).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(opened).toHaveLength(4);

  opened[2]?.refuse();
  stop();
  vi.advanceTimersByTime(10_000);
  expect(opened).toHaveLength(4);
  vi.useRealTimers();
});

test('stops for good when it is told to', () => {
  stop();
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  hide(false);
  expect(opened).toHaveLength(2);
});
