import type { Server } from '../support/server';

/** What of an exchange tells who had it made. */
interface Seen {
  readonly method: string;
  readonly origin: string | null;
  readonly secFetch: { readonly site: string | null; readonly mode: string | null };
}

/** A run that anybody may read. */
export interface OpenRun {
  readonly url: string;
  /** What it was asked so far. */
  readonly seen: () => Promise<readonly Seen[]>;
}

interface Lab {
  readonly initiators: readonly { readonly name: string; readonly url: string }[];
}

const readable = [{ name: 'Access-Control-Allow-Origin', value: '*' }];

export async function startRun(server: Server): Promise<OpenRun> {
  const response = await fetch(`${server.origin}/api/lab/runs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ response: { status: 200, headers: readable } }),
  });
  const { id, path } = (await response.json()) as { id: string; path: string };
  return {
    url: server.origin + path,
    seen: async () => {
      const journal = await fetch(`${server.origin}/api/lab/runs/${id}`);
      return ((await journal.json()) as { exchanges: readonly Seen[] }).exchanges;
    },
  };
}

/** Where the page is that makes calls from an origin. */
export async function initiator(server: Server, name: string): Promise<string> {
  const lab = (await (await fetch(`${server.origin}/api/lab`)).json()) as Lab;
  const found = lab.initiators.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no initiator ${name}.`);
  return found.url;
}
