import type { Body, Header } from '../standard/lab-request';
import { isRedirectStatus } from '../standard/preflight-answer';
import type { LabCall, LabReply, LabServer, Setup } from '../runs/setup';
import { flag, integer, listOf, oneOf, text, type Reader } from './checks';

/** Of an answer; the server refuses others. */
const replyName =
  /^(?:Access-Control-(?:Allow-(?:Origin|Credentials|Methods|Headers|Private-Network)|Expose-Headers|Max-Age)|Vary|Timing-Allow-Origin|X-Lab-Example)$/i;
const printable = /^[ -~]*$/;

const initiator = oneOf('client', 'another-port', 'another-site', 'subdomain', 'null');
const via = oneOf('fetch', 'form');
// What a person may try, mistakes included: fetch refuses some of it, and that is to be seen.
const method = text(/./s, 64);
const callHeaders = listOf(0, 20, header(text(/./s, 128), text(/^/, 1024)));
const credentials = oneOf('omit', 'same-origin', 'include');
const mode = oneOf('cors', 'no-cors', 'same-origin');
const redirect = oneOf('follow', 'error', 'manual');
const plainBody = oneOf('none', 'string', 'urlsearchparams', 'formdata', 'arraybuffer', 'stream');
const mediaType = text(/^/, 128);

const status = integer(200, 599);
const replyHeaders = listOf(0, 20, header(text(replyName, 64), text(printable, 1024)));
const sameSite = oneOf('Strict', 'Lax', 'None');
const setBy = oneOf('POST');
const delay = integer(0, 5000);

/** @returns null unless every field is there, nothing else is, and all of it makes sense together */
export function readSetup(value: unknown): Setup | null {
  const parts = tuple(value, 3);
  if (parts === null) return null;
  const calls = listOf(1, 4, readCall)(parts[0]);
  const server = readServer(parts[1]);
  const target = orNone(readServer)(parts[2]);
  if (calls === null || server === null || target === null) return null;
  const redirectTarget = target.value;
  // A second server leads nowhere, and without one nothing does.
  if (leads(server) && redirectTarget === null) return null;
  if (redirectTarget !== null && leads(redirectTarget)) return null;
  return { calls, server, redirectTarget };
}

function leads({ preflight, response }: LabServer): boolean {
  return response.redirects || preflight?.redirects === true;
}

function readCall(value: unknown): LabCall | null {
  const parts = tuple(value, 8);
  if (parts === null) return null;
  const call = {
    initiator: initiator(parts[0]),
    via: via(parts[1]),
    method: method(parts[2]),
    headers: callHeaders(parts[3]),
    credentials: credentials(parts[4]),
    mode: mode(parts[5]),
    redirect: redirect(parts[6]),
    body: readBody(parts[7]),
  };
  if (!isWhole(call)) return null;
  const isSubmittable = call.method === 'GET' || call.method === 'POST';
  return call.via === 'form' && !isSubmittable ? null : call;
}

function readBody(value: unknown): Body | null {
  const [kind, type, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (more.length > 0) return null;
  if (kind === 'blob') {
    const read = mediaType(type);
    return read === null ? null : { kind, type: read };
  }
  const plain = plainBody(kind);
  return plain === null || type !== undefined ? null : { kind: plain };
}

function readServer(value: unknown): LabServer | null {
  const parts = tuple(value, 2);
  if (parts === null) return null;
  const preflight = orNone(readReply)(parts[0]);
  const response = readReply(parts[1]);
  return preflight === null || response === null ? null : { preflight: preflight.value, response };
}

function readReply(value: unknown): LabReply | null {
  const parts = tuple(value, 5);
  if (parts === null) return null;
  const cookie = orNone(readCookie)(parts[2]);
  const reply = {
    status: status(parts[0]),
    headers: replyHeaders(parts[1]),
    redirects: flag(parts[3]),
    delayMillis: delay(parts[4]),
  };
  if (cookie === null || !isWhole(reply)) return null;
  if (reply.redirects && !isRedirectStatus(reply.status)) return null;
  return { ...reply, cookie: cookie.value };
}

function readCookie(value: unknown): LabReply['cookie'] {
  const parts = tuple(value, 3) ?? tuple(value, 4);
  if (parts === null) return null;
  const cookie = { sameSite: sameSite(parts[0]), secure: flag(parts[1]), partitioned: flag(parts[2]) };
  if (!isWhole(cookie)) return null;
  if (parts.length === 3) return cookie;
  const method = setBy(parts[3]);
  return method === null ? null : { ...cookie, method };
}

function header(name: Reader<string>, value: Reader<string>): Reader<Header> {
  return (read) => {
    const parts = tuple(read, 2);
    if (parts === null) return null;
    const pair = { name: name(parts[0]), value: value(parts[1]) };
    return isWhole(pair) ? pair : null;
  };
}

function tuple(value: unknown, length: number): readonly unknown[] | null {
  return Array.isArray(value) && value.length === length ? value : null;
}

/** Tells what is none by intention, `{ value: null }`, from what is wrong. */
function orNone<T>(read: Reader<T>): Reader<{ readonly value: T | null }> {
  return (value) => {
    if (value === null) return { value: null };
    const known = read(value);
    return known === null ? null : { value: known };
  };
}

function isWhole<T extends object>(fields: T): fields is { [K in keyof T]: NonNullable<T[K]> } & T {
  return Object.values(fields).every((field) => field !== null);
}
