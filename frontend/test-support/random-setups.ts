import { Random } from '../src/features/lab/agreement/random';
import type { LabCall, LabReply, LabServer, Setup } from '../src/features/lab/runs/setup';

export interface Chance {
  readonly integer: (least: number, most: number) => number;
  readonly of: <T>(choices: readonly [T, ...T[]] | readonly T[]) => T;
}

/** The same choices for the same seed, so that what fails once fails again. */
export function seededChance(seed: number): Chance {
  const random = new Random(seed);
  function integer(least: number, most: number): number {
    return least + Math.floor(random.next() * (most - least + 1));
  }
  return { integer, of: (choices) => choices[integer(0, choices.length - 1)] as (typeof choices)[number] };
}

/** A setup that a person could have built, with no header that holds a secret. */
export function randomSetup(chance: Chance): Setup {
  const isRedirected = chance.of([true, false, false]);
  return {
    calls: Array.from({ length: chance.integer(1, 4) }, () => randomCall(chance)),
    server: {
      preflight: chance.of([true, false]) ? randomReply(chance, false) : null,
      response: randomReply(chance, isRedirected),
    },
    redirectTarget: isRedirected ? randomServer(chance) : null,
  };
}

function randomServer(chance: Chance): LabServer {
  return { preflight: null, response: randomReply(chance, false) };
}

function randomCall(chance: Chance): LabCall {
  const via = chance.of(['fetch', 'fetch', 'form'] as const);
  const known = ['Content-Type', 'X-Lab', 'if-match', 'Range'];
  return {
    initiator: chance.of(['client', 'another-port', 'another-site', 'subdomain', 'null'] as const),
    via,
    method: via === 'form' ? chance.of(['GET', 'POST']) : chance.of(['GET', 'patch', 'PUT', 'A B', 'é']),
    headers: Array.from({ length: chance.integer(0, 3) }, () =>
      chance.of([
        { name: chance.of(known), value: chance.of(['', 'text/plain', '"1"', 'ä\n€', 'x'.repeat(1024)]) },
        { name: chance.of(['bad name', '😀', 'X-Api-Key']), value: chance.of(['', 'example']) },
      ]),
    ),
    credentials: chance.of(['omit', 'same-origin', 'include'] as const),
    mode: chance.of(['cors', 'no-cors', 'same-origin'] as const),
    redirect: chance.of(['follow', 'error', 'manual'] as const),
    body: chance.of([
      { kind: 'none' },
      { kind: 'formdata' },
      { kind: 'stream' },
      { kind: 'blob', type: '' },
      { kind: 'blob', type: 'application/json' },
    ] as const),
  };
}

function randomReply(chance: Chance, redirects: boolean): LabReply {
  return {
    status: redirects ? chance.of([301, 302, 303, 307, 308]) : chance.integer(200, 599),
    headers: Array.from({ length: chance.integer(0, 4) }, () => ({
      name: chance.of(['Access-Control-Allow-Origin', 'vary', 'X-Lab-Example', 'Access-Control-Max-Age']),
      value: chance.of(['*', '{origin}', '', 'a, b', '~'.repeat(1024)]),
    })),
    cookie: chance.of([
      null,
      { sameSite: 'Lax', secure: false, partitioned: false },
      { sameSite: 'None', secure: true, partitioned: true },
    ] as const),
    redirects,
    delayMillis: chance.integer(0, 5000),
  };
}
