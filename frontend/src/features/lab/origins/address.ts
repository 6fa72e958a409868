import { isAtHome } from '../../../api/at-home';
import { originOf, serializeOrigin, type Origin } from '../standard/origin';

/** An address that somebody entered, as far as its origin is concerned. */
export interface Address {
  /** Without user name, password, path, query and fragment, so that a link to it gives nothing away. */
  readonly text: string;
  readonly origin: Origin;
  readonly serialized: string;
}

export type ReadAddress =
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'invalid'; readonly why: string };

const longest = 2048;

/** Reads a URL or a serialised origin; what is wrong is said to whoever typed it. */
export function readAddress(entered: string): ReadAddress {
  // As a browser does before it reads an address.
  const text = entered.replace(/[\t\n\r]/g, '').trim();
  if (text === '') return invalid('Enter an address, such as https://example.com.');
  if (text.length > longest) return invalid(`Enter at most ${longest} characters.`);
  // A browser would read localhost:5173 as an address whose scheme is “localhost”.
  if (/^[\w.-]+(?::\d+)?(?:[/?#]|$)/.test(text) && text !== 'null') {
    const authority = text.replace(/[/?#].*$/s, '');
    const scheme = isAtHome(`//${authority}`) ? 'http' : 'https';
    return invalid(`Write the scheme too, as in ${scheme}://${authority}.`);
  }
  const origin = originOf(text);
  // Some browsers read “a b” as the host a%20b, which no name is.
  if (origin === null || (origin.kind === 'tuple' && /[%\s]/.test(origin.host))) {
    return invalid('That is no address that a browser can read. Write it as in https://example.com:8443.');
  }
  return {
    kind: 'address',
    address: { text: bare(text), origin, serialized: serializeOrigin(origin) },
  };
}

function invalid(why: string): ReadAddress {
  return { kind: 'invalid', why };
}

/** What of an address makes its origin: a default port stays, because leaving it out is worth a look. */
function bare(text: string): string {
  if (text === 'null') return text;
  const [, scheme = '', rest = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (/^blob$/i.test(scheme)) return `blob:${bare(rest)}`;
  if (!/^(?:https?|wss?|ftp)$/i.test(scheme)) return `${scheme}:`;
  const authority = rest.replace(/^[\\/]*/, '').replace(/[\\/?#].*$/s, '');
  return `${scheme}://${authority.slice(authority.lastIndexOf('@') + 1)}`;
}
