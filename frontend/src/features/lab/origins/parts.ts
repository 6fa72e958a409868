import type { Origin } from '../standard/origin';
import { registrableDomainOf } from '../standard/site';

/** A part of an address, split where the registrable domain begins. */
export interface PartValue {
  readonly before: string;
  readonly marked: string;
  /** Said after it, such as that a port is a scheme's default. */
  readonly note: string | null;
}

export interface Part {
  readonly name: string;
  readonly one: PartValue;
  readonly other: PartValue;
  readonly agrees: boolean;
  /** What the part belongs to. */
  readonly of: 'origin and site' | 'origin' | 'site';
}

/** The two addresses taken apart; null for a part that one of them does not have. */
export function partsOf(one: Origin, other: Origin): readonly Part[] | null {
  if (one.kind !== 'tuple' || other.kind !== 'tuple') return null;
  const [domain, otherDomain] = [registrableDomainOf(one.host), registrableDomainOf(other.host)];
  return [
    {
      name: 'Scheme',
      one: plain(one.scheme),
      other: plain(other.scheme),
      agrees: one.scheme === other.scheme,
      of: 'origin and site',
    },
    {
      name: 'Host',
      one: host(one.host, domain),
      other: host(other.host, otherDomain),
      agrees: one.host === other.host,
      of: 'origin',
    },
    {
      name: 'Port',
      one: port(one.scheme, one.port),
      other: port(other.scheme, other.port),
      agrees: one.port === other.port,
      of: 'origin',
    },
    {
      name: 'Registrable domain',
      one: domain === null ? none(one.host) : marked(domain),
      other: otherDomain === null ? none(other.host) : marked(otherDomain),
      // Where there is none, the host stands for it.
      agrees: (domain ?? one.host) === (otherDomain ?? other.host),
      of: 'site',
    },
  ];
}

/**
 * What differs besides the part that decided: an origin is compared scheme first, then host, then port; a site by its
 * registrable domain first.
 */
export function furtherDifferences(parts: readonly Part[], what: 'origin' | 'site'): readonly string[] {
  const differing = parts.filter(({ of, agrees }) => !agrees && of.includes(what));
  const inOrder = what === 'origin' ? differing : differing.toReversed();
  return inOrder.slice(1).map(({ name }) => name.toLowerCase());
}

function plain(text: string): PartValue {
  return { before: text, marked: '', note: null };
}

function marked(text: string): PartValue {
  return { before: '', marked: text, note: null };
}

function host(text: string, domain: string | null): PartValue {
  if (domain === null) return plain(text);
  return { before: text.slice(0, text.length - domain.length), marked: domain, note: null };
}

function port(scheme: string, number: string): PartValue {
  const isDefault = (scheme === 'http' && number === '80') || (scheme === 'https' && number === '443');
  return { before: number, marked: '', note: isDefault ? `the default of ${scheme}` : null };
}

function none(of: string): PartValue {
  const isAddress = of.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(of);
  return { before: 'none', marked: '', note: isAddress ? 'it is an IP address' : 'it is itself a suffix' };
}
