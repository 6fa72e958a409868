import * as v from 'valibot';
import { isRedirectStatus } from '../standard/preflight-answer';
import type { LabServer, Setup } from '../runs/setup';

/** Of an answer; the server refuses others. */
const replyName =
  /^(?:Access-Control-(?:Allow-(?:Origin|Credentials|Methods|Headers|Private-Network)|Expose-Headers|Max-Age)|Vary|Timing-Allow-Origin|X-Lab-Example)$/i;

/** Half of a character from beyond the Basic Multilingual Plane is no text: nothing could send or show it. */
function text(longest: number) {
  return v.pipe(
    v.string(),
    v.maxLength(longest),
    v.check((value) => value.isWellFormed()),
  );
}

function integer(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

function headers(name: v.GenericSchema<string>, value: v.GenericSchema<string>) {
  return v.pipe(v.array(v.strictObject({ name, value })), v.maxLength(20));
}

// What a person may try, mistakes included: fetch refuses some of it, and that is to be seen.
const call = v.pipe(
  v.strictObject({
    initiator: v.picklist(['client', 'another-port', 'another-site', 'subdomain', 'null']),
    via: v.picklist(['fetch', 'form']),
    method: v.pipe(text(64), v.minLength(1)),
    headers: headers(v.pipe(text(128), v.minLength(1)), text(1024)),
    credentials: v.picklist(['omit', 'same-origin', 'include']),
    mode: v.picklist(['cors', 'no-cors', 'same-origin']),
    redirect: v.picklist(['follow', 'error', 'manual']),
    body: v.variant('kind', [
      v.strictObject({
        kind: v.picklist(['none', 'string', 'urlsearchparams', 'formdata', 'arraybuffer', 'stream']),
      }),
      v.strictObject({ kind: v.literal('blob'), type: text(128) }),
    ]),
  }),
  v.check(({ via, method }) => via === 'fetch' || method === 'GET' || method === 'POST'),
);

const reply = v.pipe(
  v.strictObject({
    status: integer(200, 599),
    headers: headers(v.pipe(text(64), v.regex(replyName)), v.pipe(text(1024), v.regex(/^[ -~]*$/))),
    cookie: v.nullable(
      v.strictObject({
        sameSite: v.picklist(['Strict', 'Lax', 'None']),
        secure: v.boolean(),
        partitioned: v.boolean(),
        method: v.exactOptional(v.literal('POST')),
      }),
    ),
    redirects: v.boolean(),
    delayMillis: integer(0, 5000),
  }),
  v.check(({ redirects, status }) => !redirects || isRedirectStatus(status)),
);

const server = v.strictObject({ preflight: v.nullable(reply), response: reply });

/** What a link may describe: every field is there, nothing else is, and all of it makes sense together. */
export const setupSchema: v.GenericSchema<unknown, Setup> = v.pipe(
  v.strictObject({
    calls: v.pipe(v.array(call), v.minLength(1), v.maxLength(4)),
    server,
    redirectTarget: v.nullable(server),
  }),
  // A second server leads nowhere, and without one nothing does.
  v.check(({ server, redirectTarget }) => !leads(redirectTarget ?? server)),
);

function leads({ preflight, response }: LabServer): boolean {
  return response.redirects || preflight?.redirects === true;
}
