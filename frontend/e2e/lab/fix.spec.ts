import { fixFor } from '../../src/features/lab/exports/fix-snippet';
import type { LabCall } from '../../src/features/lab/runs/setup';
import { anyBlocked, refused } from '../support/browser-messages';
import { startClient } from '../support/client';
import { fetchFrom, openSilentPage } from '../support/fetching';
import { freePort } from '../support/ports';
import { startServer } from '../support/server';
import { expect, test } from '../support/test';

const call: LabCall = {
  initiator: 'client',
  via: 'fetch',
  method: 'PUT',
  headers: [
    { name: 'Content-Type', value: 'application/json' },
    { name: "X-It's-$1", value: 'a' },
  ],
  credentials: 'include',
  mode: 'cors',
  redirect: 'follow',
  body: { kind: 'none' },
};

/** What the Lab advises a server whose answers have no Access-Control-Allow-Origin. */
function micronautSnippet(origin: string): string {
  const step = { rule: 'allow-origin-present', outcome: 'fail', facts: { origin } } as const;
  const snippets = fixFor(step, { origin, call })?.snippets ?? [];
  return snippets.find(({ place }) => place === 'micronaut')?.code ?? '';
}

test('a page that was blocked reads the answer once the server has the snippet for it', async ({
  page,
  messages,
}) => {
  // Two servers start, one after the other.
  test.setTimeout(120_000);
  messages.allow(...anyBlocked, refused(401), refused(404), refused(405));
  const host = 'localhost';
  const port = await freePort();
  const url = `http://localhost:${port}/api/posts`;
  const client = await startClient({ host, port: await freePort(), apiOrigin: `http://localhost:${port}` });
  const headers = call.headers.map(({ name, value }): [string, string] => [name, value]);

  async function statusWith(yaml: string): Promise<readonly unknown[]> {
    const server = await startServer({ host, port, clientOrigins: [], yaml });
    try {
      await openSilentPage(page, client.origin);
      const read = await fetchFrom(page, url, { credentials: 'include' });
      const put = await fetchFrom(page, url, { method: 'PUT', credentials: 'include', headers, body: '{}' });
      return [read, put].map((answer) => (answer === 'blocked' ? answer : answer.status));
    } finally {
      await server.remove();
    }
  }

  try {
    expect(await statusWith('micronaut.server.cors.enabled: false')).toEqual(['blocked', 'blocked']);
    // The second has a preflight. There is no such route, which the page may know as well as any other answer.
    expect(await statusWith(micronautSnippet(client.origin))).toEqual([200, 405]);
  } finally {
    await client.stop();
  }
});
