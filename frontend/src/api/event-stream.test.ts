import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { server } from '../../test-support/server';
import { followEvents, type ServerEvent } from './event-stream';

const url = 'http://api.test/events';

/** What the server was asked, and how it answers each time; the last answer again and again. */
function answerInTurn(...answers: (() => Response | Promise<Response>)[]): (string | null)[] {
  const asked: (string | null)[] = [];
  server.use(
    http.get(url, ({ request }) => {
      const next = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(request.headers.get('Last-Event-ID'));
      return next?.() ?? HttpResponse.error();
    }),
  );
  return asked;
}

function events(...ids: number[]): () => Response {
  const text = ids.map((id) => `id: ${id}\nevent: exchange\ndata: {"number":${id}}\n\n`).join('');
  return () => new HttpResponse(`: hello\n\n${text}`, { headers: { 'Content-Type': 'text/event-stream' } });
}

function status(code: number, headers: Record<string, string> = {}): () => Response {
  return () => new HttpResponse(null, { status: code, headers });
}

function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

let got: ServerEvent[];
let ended: boolean;
let stop: () => void;

function follow(): void {
  stop = followEvents(url, {
    onEvent: (event) => got.push(event),
    onEnd: () => {
      ended = true;
    },
    random: () => 0,
  });
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 20 });
  got = [];
  ended = false;
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('goes on after the last event when the connection breaks off', async () => {
  const asked = answerInTurn(events(1, 2), events(3));
  follow();
  await vi.waitFor(() => {
    expect(got.map(({ id }) => id).slice(0, 3)).toEqual(['1', '2', '3']);
  }, 5_000);
  expect(asked.slice(0, 2)).toEqual([null, '2']);
  expect(got[0]).toEqual({ id: '1', type: 'exchange', data: '{"number":1}' });
});

test('ends when there is nothing at the address', async () => {
  const asked = answerInTurn(status(404));
  follow();
  await vi.waitFor(() => {
    expect(ended).toBe(true);
  });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveLength(1);
});

test('waits as long as the server says', async () => {
  const asked = answerInTurn(status(429, { 'Retry-After': '20' }), status(404));
  follow();
  await vi.waitFor(() => {
    expect(asked).toHaveLength(1);
  });
  await vi.advanceTimersByTimeAsync(18_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(4_000);
  await vi.waitFor(() => {
    expect(ended).toBe(true);
  });
});

test('waits ever longer for a server that is down', async () => {
  const asked = answerInTurn(() => HttpResponse.error());
  follow();
  await vi.waitFor(() => {
    expect(asked).toHaveLength(1);
  });
  const counts: number[] = [];
  for (let seconds = 0; seconds < 4; seconds += 1) {
    await vi.advanceTimersByTimeAsync(16_000);
    counts.push(asked.length);
  }
  // 0.5, 1, 2, 4 and 8 seconds, then 15 and 30.
  expect(counts[0]).toBeLessThanOrEqual(6);
  expect(counts[3]).toBeLessThanOrEqual(counts[0] === undefined ? 0 : counts[0] + 3);
});

test('holds no connection while the tab is hidden, and goes on when it is seen again', async () => {
  let signal: AbortSignal | undefined;
  const asked: (string | null)[] = [];
  server.use(
    http.get(url, ({ request }) => {
      ({ signal } = request);
      asked.push(request.headers.get('Last-Event-ID'));
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('id: 7\ndata: {}\n\n'));
        },
      });
      return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
    }),
  );
  follow();
  await vi.waitFor(() => {
    expect(got).toHaveLength(1);
  });
  hide(true);
  expect(signal?.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([null]);
  hide(false);
  await vi.waitFor(() => {
    expect(asked).toEqual([null, '7']);
  });
});

test('stops for good when it is told to', async () => {
  const asked = answerInTurn(events(1));
  follow();
  await vi.waitFor(() => {
    expect(got).toHaveLength(1);
  });
  stop();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveLength(1);
});
