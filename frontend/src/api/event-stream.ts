import { EventSourceParserStream } from 'eventsource-parser/stream';

/** Something that happened at the server, as it sent it. */
export interface ServerEvent {
  readonly id: string | null;
  readonly type: string;
  /** JSON, as yet unread. */
  readonly data: string;
}

export interface EventStreamOptions {
  readonly onEvent: (event: ServerEvent) => void;
  /** The server says that there is nothing more to come, or nothing at all at this address. */
  readonly onEnd?: () => void;
  /** From 0 to 1; spreads the attempts of many clients when a server comes back. */
  readonly random?: () => number;
}

const delays = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const longestWait = 60_000;

/**
 * Follows a stream of server-sent events with the session's cookies
 * ({@link https://html.spec.whatwg.org/multipage/server-sent-events.html | HTML §9.2}). The browser's own EventSource
 * gives up for good when it is refused once; this one waits as long as the server says, or else ever longer, and goes
 * on after the last event that it got. While the tab is hidden it lets go of its connection: browsers have six for each
 * host, and share them among all tabs.
 *
 * @returns what ends it
 */
export function followEvents(url: string, options: EventStreamOptions): () => void {
  const { onEvent, onEnd, random = Math.random } = options;
  let lastEventId: string | null = null;
  let attempts = 0;
  let connection: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  async function connect(): Promise<void> {
    const own = new AbortController();
    connection = own;
    const wait = await read(own.signal).catch(() => null);
    if (connection === own) connection = null;
    if (isOver || own.signal.aborted) return;
    if (wait === 'end') end();
    else schedule(wait);
  }

  /** @returns how long to wait before another attempt in milliseconds, null for the usual time, or that it is over */
  async function read(signal: AbortSignal): Promise<number | null | 'end'> {
    const response = await fetch(url, {
      credentials: 'include',
      cache: 'no-store',
      headers: { Accept: 'text/event-stream', ...(lastEventId !== null && { 'Last-Event-ID': lastEventId }) },
      signal,
    });
    if (response.status === 404 || response.status === 204) return 'end';
    if (!response.ok || response.body === null) return retryAfter(response);
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream());
    for (const reader = events.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return null;
      attempts = 0;
      if (value.id !== undefined) lastEventId = value.id;
      onEvent({ id: value.id ?? null, type: value.event ?? 'message', data: value.data });
    }
  }

  function schedule(wait: number | null): void {
    const usual = (delays[Math.min(attempts, delays.length - 1)] ?? 0) * (1 + random() / 4);
    attempts += 1;
    timer = setTimeout(open, Math.min(wait ?? usual, longestWait));
  }

  function open(): void {
    clearTimeout(timer);
    if (!isOver && connection === null && !document.hidden) void connect();
  }

  function close(): void {
    clearTimeout(timer);
    connection?.abort();
    connection = null;
  }

  function follow(): void {
    if (document.hidden) close();
    else open();
  }

  function end(): void {
    stop();
    onEnd?.();
  }

  function stop(): void {
    isOver = true;
    document.removeEventListener('visibilitychange', follow);
    close();
  }

  document.addEventListener('visibilitychange', follow);
  open();
  return stop;
}

function retryAfter(response: Response): number | null {
  const seconds = response.headers.get('Retry-After');
  return seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : null;
}
