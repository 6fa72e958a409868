import type { IncomingMessage, RequestListener } from 'node:http';
import { listenOnLoopback } from './listening';
import { freePort } from './ports';

type Headers = Readonly<Record<string, string>>;

/** One answer of somebody's API. */
export interface ForeignAnswer {
  readonly status?: number;
  readonly headers?: Headers;
}

/** Somebody's API, with a mistake or without. */
export interface ForeignApi {
  readonly origin: string;
  /** The methods that it was asked for, oldest first. */
  readonly seen: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts an API that answers each request as it is told to. */
export async function startForeignApi(
  answer: (request: IncomingMessage) => ForeignAnswer,
): Promise<ForeignApi> {
  const port = await freePort();
  const seen: string[] = [];
  const listener: RequestListener = (request, response) => {
    seen.push(request.method ?? '');
    const { status = 200, headers = {} } = answer(request);
    request.resume();
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(status === 204 || request.method === 'HEAD' ? undefined : '{}');
  };
  const stop = await listenOnLoopback(listener, port);
  return { origin: `http://localhost:${port}`, seen: () => seen, stop };
}
