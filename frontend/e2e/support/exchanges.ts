import { expect } from '@playwright/test';
import type { Exchange } from './access-log';
import type { Server } from './server';

/** What a server sees from now on of one path, oldest first. */
export interface Sightings {
  /** Waits until the server has seen exactly these, written as `preflight for POST`, `POST 201` or `POST refused`. */
  readonly toBe: (expected: readonly string[]) => Promise<void>;
  readonly all: () => readonly Exchange[];
}

export function sightingsOf(server: Server, path: string): Sightings {
  const before = server.exchanges().length;
  const all = () =>
    server
      .exchanges()
      .slice(before)
      .filter((exchange) => exchange.path === path);
  return {
    all,
    toBe: async (expected) => {
      await expect
        .poll(() => all().map(inWords), { message: `what the server saw of ${path}` })
        .toEqual(expected);
    },
  };
}

function inWords({ method, requestedMethod, status }: Exchange): string {
  if (requestedMethod !== null) return `preflight for ${requestedMethod}`;
  return `${method} ${status < 400 ? status : 'refused'}`;
}
