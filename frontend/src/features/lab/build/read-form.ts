import type { ApiError } from '../../../api/api-error';
import type { InitiatorName, LabCall, LabReply, LabServer, Setup } from '../runs/setup';
import type { Header } from '../standard/lab-request';
import { isRedirectStatus } from '../standard/preflight-answer';
import { mostHeaders, type BuildForm, type CallForm, type ReplyForm, type ServerForm } from './build-form';

/** Complaints by the path of their field, such as `server.response.status`. */
export type BuildErrors = Readonly<Record<string, string>>;

/** The field that a header of an answer comes from, by the header's place in it. */
function headerFields(
  reply: ReplyForm,
  pageOrigin: string,
): readonly { readonly field: string; readonly header: Header }[] {
  const origin = originValue(reply, pageOrigin);
  const named: readonly (readonly [string, string, string])[] = [
    ['allowOrigin', 'Access-Control-Allow-Origin', origin],
    ['allowCredentials', 'Access-Control-Allow-Credentials', reply.allowCredentials ? 'true' : ''],
    ['allowMethods', 'Access-Control-Allow-Methods', reply.allowMethods],
    ['allowHeaders', 'Access-Control-Allow-Headers', reply.allowHeaders],
    ['exposeHeaders', 'Access-Control-Expose-Headers', reply.exposeHeaders],
    ['maxAge', 'Access-Control-Max-Age', reply.maxAge],
  ];
  return [
    ...named
      .filter(([, , value]) => value.trim() !== '')
      .map(([field, name, value]) => ({ field, header: { name, value } })),
    ...reply.others.map((header, index) => ({ field: `others.${index}`, header })),
  ];
}

function originValue({ allowOrigin, allowOriginText }: ReplyForm, pageOrigin: string): string {
  const values = { none: '', echo: '{origin}', any: '*', page: pageOrigin, text: allowOriginText };
  return values[allowOrigin];
}

/**
 * The setup that a form describes, with what is wrong with it; where something is, the setup holds the nearest that can
 * be predicted.
 */
export function readForm(
  form: BuildForm,
  offered: readonly InitiatorName[],
  pageOrigin: string,
): { readonly setup: Setup; readonly errors: BuildErrors } {
  const redirects = form.server.response.redirects;
  return {
    setup: {
      calls: form.calls.map(callOf),
      server: serverOf(form.server, pageOrigin),
      redirectTarget: redirects ? serverOf(form.target, pageOrigin) : null,
    },
    errors: Object.fromEntries([
      ...form.calls.flatMap((call, index) => [...callErrors(call, index, offered)]),
      ...serverErrors('server', form.server, pageOrigin),
      ...(redirects ? serverErrors('target', form.target, pageOrigin) : []),
    ]),
  };
}

function callOf({ bodyKind, bodyType, headers, ...call }: CallForm): LabCall {
  return {
    ...call,
    headers: headers.filter(({ name, value }) => name.trim() !== '' || value.trim() !== ''),
    body: bodyKind === 'blob' ? { kind: bodyKind, type: bodyType } : { kind: bodyKind },
  };
}

function serverOf({ answersPreflight, preflight, response }: ServerForm, pageOrigin: string): LabServer {
  return {
    preflight: answersPreflight ? replyOf(preflight, pageOrigin) : null,
    response: replyOf(response, pageOrigin),
  };
}

function replyOf(reply: ReplyForm, pageOrigin: string): LabReply {
  return {
    status: wholeNumber(reply.status, 200, 599) ?? 200,
    headers: headerFields(reply, pageOrigin).map(({ header }) => header),
    cookie: reply.cookie,
    redirects: reply.redirects,
    delayMillis: wholeNumber(reply.delay, 0, 5000) ?? 0,
  };
}

type Complaint = readonly [field: string, message: string];

function* callErrors(
  { initiator, method, headers, bodyKind }: CallForm,
  index: number,
  offered: readonly InitiatorName[],
): Iterable<Complaint> {
  const path = `calls.${index}`;
  if (initiator !== 'client' && !offered.includes(initiator)) {
    yield [
      `${path}.initiator`,
      'This server does not offer that page. Choose another, or run Preflight on your own machine.',
    ];
  }
  if (method.trim() === '') yield [`${path}.method`, 'Write a method, such as GET.'];
  if (bodyKind === 'stream') {
    yield [
      `${path}.body`,
      'Choose another body. Browsers send a stream over HTTP/2 alone, and the Lab is served over HTTP/1.1.',
    ];
  }
  for (const [row, { name, value }] of headers.entries()) {
    if (name.trim() === '' && value.trim() !== '') {
      yield [`${path}.headers.${row}`, 'Give the header a name, or leave its value empty too.'];
    }
  }
}

function* serverErrors(path: string, server: ServerForm, pageOrigin: string): Iterable<Complaint> {
  if (server.answersPreflight) yield* replyErrors(`${path}.preflight`, server.preflight, pageOrigin);
  yield* replyErrors(`${path}.response`, server.response, pageOrigin);
}

function* replyErrors(path: string, reply: ReplyForm, pageOrigin: string): Iterable<Complaint> {
  const status = wholeNumber(reply.status, 200, 599);
  if (status === null) yield [`${path}.status`, 'Write a status from 200 to 599.'];
  else if (reply.redirects && !isRedirectStatus(status)) {
    yield [`${path}.status`, 'A redirect has the status 301, 302, 303, 307 or 308.'];
  }
  if (wholeNumber(reply.delay, 0, 5000) === null) {
    yield [`${path}.delay`, 'Write a delay of 0 to 5000 milliseconds.'];
  }
  if (reply.allowOrigin === 'text' && reply.allowOriginText.trim() === '') {
    yield [`${path}.allowOrigin`, 'Write what the header says, or choose that it is not sent.'];
  }
  const headers = headerFields(reply, pageOrigin);
  if (headers.length > mostHeaders)
    yield [`${path}.headers`, `An answer has at most ${mostHeaders} headers.`];
  for (const { field, header } of headers) {
    if (!/^[ -~]*$/.test(header.value)) {
      yield [`${path}.${field}`, 'Write printable ASCII characters alone.'];
    } else if (header.value.length > 1024) {
      yield [`${path}.${field}`, 'Write at most 1,024 characters.'];
    }
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return /^\d{1,4}$/.test(text.trim()) && value >= least && value <= most ? value : null;
}

/**
 * What the server found wrong, at the fields where it was typed; what fits none of them is told with the refusal. The
 * server is told of one server at a time and does not say which it refused: the first is far more often the one that was
 * changed.
 */
export function refusedFields(error: ApiError, form: BuildForm, pageOrigin: string): BuildErrors {
  const violations = error.kind === 'problem' ? error.violations : [];
  return Object.fromEntries(
    violations.flatMap(({ field, message }) => {
      const place = fieldOf(field, form, pageOrigin);
      return place === null ? [] : [[place, message]];
    }),
  );
}

function fieldOf(violation: string, { server }: BuildForm, pageOrigin: string): string | null {
  const [, reply, rest = ''] = /(?:^|\.)(preflight|response)\.?(.*)$/.exec(violation) ?? [];
  if (reply !== 'preflight' && reply !== 'response') return null;
  const path = `server.${reply}`;
  if (rest === 'status') return `${path}.status`;
  if (rest === 'delayMillis') return `${path}.delay`;
  if (rest === 'headers') return `${path}.headers`;
  const [, index] = /^headers\[(\d+)\]/.exec(rest) ?? [];
  if (index === undefined) return null;
  const found = headerFields(server[reply], pageOrigin)[Number(index)];
  return found === undefined ? null : `${path}.${found.field}`;
}
