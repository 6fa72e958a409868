/** Two addresses as they were entered. */
export interface Pair {
  readonly one: string;
  readonly other: string;
}

/** Pairs that are often taken for something else than they are. */
export const examples: readonly (Pair & { readonly name: string })[] = [
  { name: 'Two ports', one: 'http://localhost:5173', other: 'http://localhost:8080' },
  { name: 'Two names of one machine', one: 'http://localhost:8080', other: 'http://127.0.0.1:8080' },
  { name: 'Two subdomains', one: 'https://app.example.com', other: 'https://api.example.com' },
  { name: 'Two owners under one suffix', one: 'https://a.github.io', other: 'https://b.github.io' },
  { name: 'http and https', one: 'http://example.com', other: 'https://example.com' },
  { name: 'With and without the port', one: 'https://example.com', other: 'https://example.com:443' },
  { name: 'A sandboxed frame', one: 'null', other: 'http://localhost:8080' },
];

/** What a link carries after its `#`, which browsers send to no server. */
export function hashOf({ one, other }: Pair): string {
  return `#${new URLSearchParams({ one, other })}`;
}

/** @returns null if the link names no two addresses */
export function pairOf(hash: string): Pair | null {
  const parameters = new URLSearchParams(hash.slice(1));
  const [one, other] = [parameters.get('one'), parameters.get('other')];
  return one === null || other === null ? null : { one, other };
}
