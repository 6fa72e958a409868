import type { LabCall, LabReply, LabServer, Setup } from '../src/features/lab/runs/setup';

export interface Random {
  readonly integer: (least: number, most: number) => number;
  readonly of: <T>(choices: readonly [T, ...T[]] | readonly T[]) => T;
}

/** The same numbers for the same seed, so that what fails once fails again. */
export function seededRandom(seed: number): Random {
  let state = seed;
  function integer(least: number, most: number): number {
    // The generator of Park and Miller.
    state = (state * 48_271) % 2_147_483_647;
    return least + (state % (most - least + 1));
  }
  return { integer, of: (choices) => choices[integer(0, choices.length - 1)] as (typeof choices)[number] };
}

/** A setup that a person could have built, with no header that holds a secret. */
export function randomSetup(random: Random): Setup {
  const isRedirected = random.of([true, false, false]);
  return {
    calls: Array.from({ length: random.integer(1, 4) }, () => randomCall(random)),
    server: {
      preflight: random.of([true, false]) ? randomReply(random, false) : null,
      response: randomReply(random, isRedirected),
    },
    redirectTarget: isRedirected ? randomServer(random) : null,
  };
}

function randomServer(random: Random): LabServer {
  return { preflight: null, response: randomReply(random, false) };
}

function randomCall(random: Random): LabCall {
  const via = random.of(['fetch', 'fetch', 'form'] as const);
  const names = ['Content-Type', 'X-Page', 'if-match', 'bad name', 'Range', '😀'];
  return {
    initiator: random.of(['client', 'another-port', 'another-site', 'subdomain', 'null'] as const),
    via,
    method: via === 'form' ? random.of(['GET', 'POST']) : random.of(['GET', 'patch', 'PUT', 'A B', 'é']),
    headers: Array.from({ length: random.integer(0, 3) }, () => ({
      name: random.of(names),
      value: random.of(['', 'text/plain', '"1"', 'ä\n€', 'x'.repeat(1024)]),
    })),
    credentials: random.of(['omit', 'same-origin', 'include'] as const),
    mode: random.of(['cors', 'no-cors', 'same-origin'] as const),
    redirect: random.of(['follow', 'error', 'manual'] as const),
    body: random.of([
      { kind: 'none' },
      { kind: 'formdata' },
      { kind: 'stream' },
      { kind: 'blob', type: '' },
      { kind: 'blob', type: 'application/json' },
    ] as const),
  };
}

function randomReply(random: Random, redirects: boolean): LabReply {
  return {
    status: redirects ? random.of([301, 302, 303, 307, 308]) : random.integer(200, 599),
    headers: Array.from({ length: random.integer(0, 4) }, () => ({
      name: random.of(['Access-Control-Allow-Origin', 'vary', 'X-Lab-Example', 'Access-Control-Max-Age']),
      value: random.of(['*', '{origin}', '', 'a, b', '~'.repeat(1024)]),
    })),
    cookie: random.of([
      null,
      { sameSite: 'Lax', secure: false, partitioned: false },
      { sameSite: 'None', secure: true, partitioned: true },
    ] as const),
    redirects,
    delayMillis: random.integer(0, 5000),
  };
}
