import type { Exchange } from '../../../api/generated/types.gen';
import type { CallResult } from '../runs/run-result';
import type { Header } from '../standard/lab-request';

export function lineOf({ name, value }: Header): string {
  return `${name}: ${value}`;
}

/** Those that browsers decide by, and that this is about. */
export function crossOriginLines(headers: readonly Header[]): readonly string[] {
  return headers
    .filter(({ name }) => /^(?:access-control-|location$|set-cookie$)/i.test(name))
    .map(({ name, value }) => lineOf({ name, value: /^location$/i.test(name) ? shortPath(value) : value }));
}

/** The path that the exchange of this number went to: the call's, or where the last redirect before it led. */
export function addressOf({ url, recorded }: CallResult, index: number): string {
  const locations = recorded
    .slice(0, index)
    .flatMap(({ headers }) => headers.filter(({ name }) => name.toLowerCase() === 'location'));
  return shortPath(new URL(locations.at(-1)?.value ?? url, url).pathname);
}

/** A run's address is long, because nobody is to guess it; its beginning tells it from another. */
function shortPath(path: string): string {
  return path.replace(/^(\/runs\/.{6}).+$/, '$1…');
}

/** What was asked, as it was recorded. */
export function requestLines(exchange: Exchange, address: string): readonly string[] {
  const { method, origin, requestedMethod, requestedHeaders, secFetch, contentType, cookieNames } = exchange;
  const headers: readonly (readonly [string, string | null])[] = [
    ['Origin', origin],
    ['Access-Control-Request-Method', requestedMethod],
    ['Access-Control-Request-Headers', requestedHeaders.length === 0 ? null : requestedHeaders.join(', ')],
    ['Content-Type', contentType],
    ['Cookie', cookieNames.length === 0 ? null : cookieNames.map((name) => `${name}=…`).join('; ')],
    ['Sec-Fetch-Site', secFetch.site],
    ['Sec-Fetch-Mode', secFetch.mode],
    ['Sec-Fetch-Dest', secFetch.dest],
  ];
  return [
    `${method} ${address}`,
    ...headers.filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value ?? ''}`),
  ];
}

/** What was answered, as it was sent. */
export function answerLines({ status, headers }: Exchange): readonly string[] {
  return [String(status), ...headers.map(lineOf)];
}

/** What the server sent of headers that the page did not get, in lower case. */
export function keptHeaders({ recorded, observed }: CallResult): readonly string[] {
  const last = recorded.at(-1);
  if (last?.kind !== 'request') return [];
  const shown = new Set(observed.headers.map(({ name }) => name.toLowerCase()));
  const sent = new Set(last.headers.map(({ name }) => name.toLowerCase()));
  return [...sent].filter((name) => !shown.has(name)).sort();
}
