import type { Reply, RunRequest } from '../../../api/generated/types.gen';
import type { Header, LabResponse, SentRequest } from '../standard/lab-request';
import type { LabReply, LabServer, SetCookie } from './setup';

/** Where a run stands at the server, and what its cookie is called there. */
export interface RunPlace {
  readonly url: string;
  /** Where its redirects lead. */
  readonly redirectPath: string | null;
  readonly cookieName: string;
}

/** What a server without a word about preflights answers to one. */
const withoutCors: LabReply = { status: 404, headers: [], cookie: null, redirects: false, delayMillis: 0 };

const cookieSeconds = 60;

/** A server as the API takes it. */
export function describeRun(server: LabServer, cookieName: string, redirectRun: string | null): RunRequest {
  const reply = (each: LabReply): Reply => ({
    status: each.status,
    headers: each.headers.map(({ name, value }) => ({ name, value })),
    ...(each.cookie !== null && { cookie: { name: cookieName, value: '1', ...each.cookie } }),
    ...(each.redirects && redirectRun !== null && { redirect: { run: redirectRun } }),
    ...(each.delayMillis > 0 && { delayMillis: each.delayMillis }),
  });
  const { preflight, response } = server;
  return { ...(preflight !== null && { preflight: reply(preflight) }), response: reply(response) };
}

/** Which of its two answers a server gives. */
export function replyOf(server: LabServer, kind: SentRequest['kind']): LabReply {
  return kind === 'preflight' ? (server.preflight ?? withoutCors) : server.response;
}

/** What a run sends, as the standard's functions take it. */
export function responseOf(server: LabServer, sent: SentRequest, place: RunPlace): LabResponse {
  const reply = replyOf(server, sent.kind);
  return { status: reply.status, headers: [...headersOf(reply, sent, place), ...alwaysSent(reply.status)] };
}

function headersOf(reply: LabReply, sent: SentRequest, place: RunPlace): Header[] {
  const headers = reply.headers.flatMap((header) => {
    if (!echoesOrigin(header)) return [header];
    return sent.origin === null ? [] : [{ ...header, value: sent.origin }];
  });
  if (reply.cookie !== null && isSetBy(reply.cookie, sent.method)) {
    headers.push({ name: 'Set-Cookie', value: cookieLine(reply.cookie, place.cookieName) });
  }
  if (reply.redirects && place.redirectPath !== null) {
    headers.push({ name: 'Location', value: place.redirectPath });
  }
  return headers;
}

export function isSetBy({ method }: SetCookie, sentMethod: string): boolean {
  return method === undefined || method === sentMethod;
}

export function echoesOrigin({ name, value }: Header): boolean {
  return name.toLowerCase() === 'access-control-allow-origin' && value === '{origin}';
}

function cookieLine(cookie: NonNullable<LabReply['cookie']>, name: string): string {
  const flags = [cookie.secure ? '; Secure' : '', cookie.partitioned ? '; Partitioned' : ''].join('');
  return `${name}=1; Path=/runs; Max-Age=${cookieSeconds}; SameSite=${cookie.sameSite}${flags}`;
}

/** Whatever a run says, it is no page and no cache keeps it. */
function alwaysSent(status: number): readonly Header[] {
  const type = { name: 'Content-Type', value: 'application/json' };
  return [
    ...([204, 205, 304].includes(status) ? [] : [type]),
    { name: 'X-Content-Type-Options', value: 'nosniff' },
    { name: 'Cache-Control', value: 'no-store' },
    { name: 'Content-Security-Policy', value: "sandbox; default-src 'none'" },
  ];
}
