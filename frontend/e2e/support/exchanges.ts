import { expect } from '@playwright/test';
import type { Exchange } from './access-log';
import type { Server } from './server';

/** In milliseconds, between looks at what is in this process's memory. */
export const soon = { intervals: [25] };

/** What a server sees from now on of one path, oldest first. */
export interface Sightings {
  /** Waits until the server has seen exactly these, written as `preflight for POST`, `POST 201` or `POST refused`. */
  readonly toBe: (expected: readonly string[]) => Promise<void>;
  readonly all: () => readonly Exchange[];
}

/** What a server answers from now on, oldest first; also what it had been asked before. */
export async function exchangesFromNow(server: Server): Promise<() => readonly Exchange[]> {
  await server.settled();
  const before = server.exchanges().length;
  return () => server.exchanges().slice(before);
}

/** Waits until exactly this has been seen of a server, and nothing more that it had answered by then. */
export async function expectSeen(
  server: Server,
  seen: () => unknown,
  expected: unknown,
  of = '',
): Promise<void> {
  const message = `what the server saw${of}`;
  await expect.poll(seen, { message, ...soon }).toEqual(expected);
  await server.settled();
  expect(seen(), message).toEqual(expected);
}

export async function sightingsOf(server: Server, path: string): Promise<Sightings> {
  const exchanges = await exchangesFromNow(server);
  const all = () => exchanges().filter((exchange) => exchange.path === path);
  return {
    all,
    toBe: (expected) => expectSeen(server, () => all().map(inWords), expected, ` of ${path}`),
  };
}

function inWords({ method, requestedMethod, status }: Exchange): string {
  if (requestedMethod !== null) return `preflight for ${requestedMethod}`;
  return `${method} ${status < 400 ? status : 'refused'}`;
}
