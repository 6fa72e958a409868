import type { Body, Header } from '../standard/lab-request';
import type { LabCall, LabReply, LabServer, Setup } from '../runs/setup';
import { isSecret, withoutSecrets } from './secrets';
import { readSetup } from './setup-reader';

const version = 'v1.';
const longest = 1_000_000;

/**
 * A setup as the fragment of a link, which no server gets to see. It holds no secret: of headers that
 * could be one, such as Authorization, the values are left out.
 *
 * @returns without `#`, of letters, digits, `.`, `-` and `_` alone
 */
export function setupToHash({ calls, server, redirectTarget }: Setup): string {
  const packed = [
    calls.map(packCall),
    packServer(server),
    redirectTarget === null ? null : packServer(redirectTarget),
  ];
  return version + toBase64Url(JSON.stringify(packed, mended));
}

/**
 * What a link describes. Anybody may have written it, so each field is checked; and opening it starts nothing.
 *
 * @param hash with or without `#`
 * @returns null where it is no setup, or one of another version
 */
export function setupFromHash(hash: string): Setup | null {
  const bare = hash.startsWith('#') ? hash.slice(1) : hash;
  if (!bare.startsWith(version) || bare.length > longest) return null;
  const json = fromBase64Url(bare.slice(version.length));
  return json === null ? null : readSetup(json);
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

function packCall(call: LabCall): readonly unknown[] {
  const { initiator, via, method, headers, credentials, mode, redirect, body } = call;
  const pairs = packHeaders(withoutSecrets(headers));
  return [initiator, via, method, pairs, credentials, mode, redirect, packBody(body)];
}

function packBody(body: Body): readonly string[] {
  return body.kind === 'blob' ? [body.kind, body.type] : [body.kind];
}

function packHeaders(headers: readonly Header[]): readonly (readonly string[])[] {
  return headers.map(({ name, value }) => [name, value]);
}

function packServer({ preflight, response }: LabServer): readonly unknown[] {
  return [preflight === null ? null : packReply(preflight), packReply(response)];
}

function packReply({ status, headers, cookie, redirects, delayMillis }: LabReply): readonly unknown[] {
  const attributes =
    cookie === null
      ? null
      : [
          cookie.sameSite,
          cookie.secure,
          cookie.partitioned,
          ...(cookie.method === undefined ? [] : [cookie.method]),
        ];
  return [status, packHeaders(headers), attributes, redirects, delayMillis];
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
