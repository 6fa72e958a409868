import * as v from 'valibot';
import type { Setup } from '../runs/setup';
import { isSecret, withoutSecrets } from './secrets';
import { setupSchema } from './setup-schema';

const version = 'v2.';
const longest = 1_000_000;

/**
 * A setup as the fragment of a link, which no server gets to see. It holds no secret: of headers that
 * could be one, such as Authorization, the values are left out.
 *
 * @returns without `#`, of letters, digits, `.`, `-` and `_` alone
 */
export function setupToHash(setup: Setup): string {
  const calls = setup.calls.map((call) => ({ ...call, headers: withoutSecrets(call.headers) }));
  return version + toBase64Url(JSON.stringify({ ...setup, calls }, mended));
}

/**
 * What a link describes. Anybody may have written it, so each field is checked; and opening it starts nothing.
 *
 * @param hash with or without `#`
 * @returns null where it is no setup, or one of another version
 */
export function setupFromHash(hash: string): Setup | null {
  const bare = bareHash(hash);
  if (!bare.startsWith(version) || bare.length > longest) return null;
  const json = fromBase64Url(bare.slice(version.length));
  const { success, output } = v.safeParse(setupSchema, json, { abortEarly: true });
  return success ? output : null;
}

/** Whether a link was made when links listed what they describe in an order of their own. */
export function isEarlierHash(hash: string): boolean {
  return bareHash(hash).startsWith('v1.');
}

function bareHash(hash: string): string {
  return hash.startsWith('#') ? hash.slice(1) : hash;
}

/** A link with half a character, which JSON could hold, would be refused. */
function mended(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/** The path of the page that shows a setup and lets a person run it. */
export function setupPath(setup: Setup): string {
  return `/lab/build#${setupToHash(setup)}`;
}

/** @returns the names of the headers whose values are left out of whatever is taken along, each once */
export function secretsOf({ calls }: Setup): readonly string[] {
  const names = calls.flatMap(({ headers }) => headers.filter(isSecret).map(({ name }) => name));
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @returns null where it is not base64url of JSON in UTF-8 */
function fromBase64Url(text: string): unknown {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
