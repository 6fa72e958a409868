import { expect } from '@playwright/test';
import type { Exchange } from './access-log';
import type { Server } from './server';

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

export async function sightingsOf(server: Server, path: string): Promise<Sightings> {
  const exchanges = await exchangesFromNow(server);
  const all = () => exchanges().filter((exchange) => exchange.path === path);
  return {
    all,
    toBe: async (expected) => {
      await expect
        .poll(() => all().map(inWords), { message: `what the server saw of ${path}` })
        .toEqual(expected);
      await server.settled();
      expect(all().map(inWords), `what the server saw of ${path}`).toEqual(expected);
    },
  };
}

function inWords({ method, requestedMethod, status }: Exchange): string {
  if (requestedMethod !== null) return `preflight for ${requestedMethod}`;
  return `${method} ${status < 400 ? status : 'refused'}`;
}
