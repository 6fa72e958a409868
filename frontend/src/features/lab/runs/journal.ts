import type { Api } from '../../../api/api';
import { followEvents } from '../../../api/event-stream';
import type { Exchange } from '../../../api/generated/types.gen';

/**
 * Follows the journals of runs as they are written.
 *
 * @param onRecorded told all exchanges so far
 * @returns what ends it
 */
export function followRuns(
  api: Api,
  ids: readonly string[],
  onRecorded: (recorded: readonly Exchange[]) => void,
): () => void {
  const journals = new Map(ids.map((id) => [id, new Map<number, Exchange>()]));
  const stops = ids.map((id) =>
    followEvents(`${api.origin}/api/lab/runs/${id}/events`, {
      onEvent: ({ type, data }) => {
        if (type !== 'exchange') return;
        const exchange = JSON.parse(data) as Exchange;
        journals.get(id)?.set(exchange.number, exchange);
        onRecorded(inOrder([...journals.values()].map((journal) => [...journal.values()])));
      },
    }),
  );
  return () => {
    stops.forEach((stop) => {
      stop();
    });
  };
}

/** By time; at the same millisecond the first server was asked first, because it redirects to the second. */
export function inOrder(journals: readonly (readonly Exchange[])[]): readonly Exchange[] {
  return journals
    .flatMap((exchanges, server) => exchanges.map((exchange) => ({ exchange, server })))
    .sort((a, b) => a.exchange.at.localeCompare(b.exchange.at) || a.server - b.server)
    .map(({ exchange }) => exchange);
}
