import type { Exchange } from '../../../api/generated/types.gen';

/** As long as the server asks for where it has no room for another stream. */
const retryMillis = 10_000;

/**
 * Follows the journals of runs as they are written. While the tab is hidden it lets go of its connections: browsers have
 * six for each host, and share them among all tabs.
 *
 * @param origin the server's
 * @param onRecorded told all exchanges so far
 * @returns what ends it
 */
export function followRuns(
  origin: string,
  ids: readonly string[],
  onRecorded: (recorded: readonly Exchange[]) => void,
): () => void {
  const journals = new Map(ids.map((id) => [id, new Map<number, Exchange>()]));
  let sources: readonly EventSource[] = [];
  let retry: ReturnType<typeof setTimeout> | undefined;

  function follow(id: string): EventSource {
    const source = new EventSource(`${origin}/api/lab/runs/${id}/events`, { withCredentials: true });
    source.addEventListener('exchange', ({ data }: MessageEvent<string>) => {
      const exchange = JSON.parse(data) as Exchange;
      journals.get(id)?.set(exchange.number, exchange);
      onRecorded(inOrder([...journals.values()].map((journal) => [...journal.values()])));
    });
    // A browser comes back to a connection that broke, and never to a server that refused, for want of room or so.
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(retry);
      retry = setTimeout(followWhileSeen, retryMillis);
    });
    return source;
  }

  function close(): void {
    clearTimeout(retry);
    for (const source of sources) source.close();
  }

  function followWhileSeen(): void {
    close();
    sources = document.hidden ? [] : ids.map(follow);
  }

  document.addEventListener('visibilitychange', followWhileSeen);
  followWhileSeen();
  return () => {
    document.removeEventListener('visibilitychange', followWhileSeen);
    close();
  };
}

/** By time; at the same millisecond the first server was asked first, because it redirects to the second. */
export function inOrder(journals: readonly (readonly Exchange[])[]): readonly Exchange[] {
  return journals
    .flatMap((exchanges, server) => exchanges.map((exchange) => ({ exchange, server })))
    .sort((a, b) => a.exchange.at.localeCompare(b.exchange.at) || a.server - b.server)
    .map(({ exchange }) => exchange);
}
