import type { LabCall, SetCookie, Setup } from '../runs/setup';
import type { Header } from '../standard/lab-request';

/** A call as it is typed in. */
export interface CallForm extends Omit<LabCall, 'body'> {
  readonly bodyKind: LabCall['body']['kind'];
  /** The type of a blob. */
  readonly bodyType: string;
}

/** Whom an answer allows: nobody, the origin that asks, everybody, this page, or what is written. */
export type AllowOrigin = 'none' | 'echo' | 'any' | 'page' | 'text';

/** An answer as it is typed in; a list of names that is empty is a header that is not sent. */
export interface ReplyForm {
  readonly status: string;
  readonly allowOrigin: AllowOrigin;
  readonly allowOriginText: string;
  readonly allowCredentials: boolean;
  readonly allowMethods: string;
  readonly allowHeaders: string;
  readonly exposeHeaders: string;
  readonly maxAge: string;
  readonly others: readonly Header[];
  readonly cookie: SetCookie | null;
  readonly redirects: boolean;
  readonly delay: string;
}

export interface ServerForm {
  /** Otherwise it answers a preflight as one that does not know CORS. */
  readonly answersPreflight: boolean;
  readonly preflight: ReplyForm;
  readonly response: ReplyForm;
}

export interface BuildForm {
  readonly calls: readonly CallForm[];
  readonly server: ServerForm;
  /** What a redirect leads to; kept also while nothing redirects. */
  readonly target: ServerForm;
}

export const mostCalls = 4;
export const mostHeaders = 20;

/** The headers that a run may send, besides those that have a field of their own. */
export const otherHeaderNames = [
  'Vary',
  'X-Lab-Example',
  'Timing-Allow-Origin',
  'Access-Control-Allow-Private-Network',
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
] as const;

const silent: ReplyForm = {
  status: '200',
  allowOrigin: 'none',
  allowOriginText: '',
  allowCredentials: false,
  allowMethods: '',
  allowHeaders: '',
  exposeHeaders: '',
  maxAge: '',
  others: [],
  cookie: null,
  redirects: false,
  delay: '0',
};

const allowing: ReplyForm = { ...silent, allowOrigin: 'echo', others: [{ name: 'Vary', value: 'Origin' }] };

const emptyServer: ServerForm = {
  answersPreflight: false,
  preflight: { ...allowing, status: '204' },
  response: allowing,
};

/** What one starts from: a PUT that is allowed. */
export function startingForm(initiator: LabCall['initiator']): BuildForm {
  const call: CallForm = {
    initiator,
    via: 'fetch',
    method: 'PUT',
    headers: [],
    credentials: 'same-origin',
    mode: 'cors',
    redirect: 'follow',
    bodyKind: 'none',
    bodyType: 'application/json',
  };
  return {
    calls: [call],
    server: {
      ...emptyServer,
      answersPreflight: true,
      preflight: { ...emptyServer.preflight, allowMethods: 'PUT' },
    },
    target: emptyServer,
  };
}

/** A setup, to be changed. Nothing of it is lost: what has no field of its own is among the other headers. */
export function formOf({ calls, server, redirectTarget }: Setup, pageOrigin: string): BuildForm {
  return {
    calls: calls.map(({ body, ...call }) => ({
      ...call,
      bodyKind: body.kind,
      bodyType: body.kind === 'blob' ? body.type : 'application/json',
    })),
    server: serverFormOf(server, pageOrigin),
    target: redirectTarget === null ? emptyServer : serverFormOf(redirectTarget, pageOrigin),
  };
}

function serverFormOf({ preflight, response }: Setup['server'], pageOrigin: string): ServerForm {
  return {
    answersPreflight: preflight !== null,
    preflight: preflight === null ? emptyServer.preflight : replyFormOf(preflight, pageOrigin),
    response: replyFormOf(response, pageOrigin),
  };
}

function replyFormOf(reply: Setup['server']['response'], pageOrigin: string): ReplyForm {
  const left = [...reply.headers];
  const take = (
    name: string,
    fits: (value: string) => boolean = (value) => value.trim() !== '',
  ): string | null => {
    const index = left.findIndex((header) => header.name.toLowerCase() === name);
    const found = left[index];
    if (found === undefined || !fits(found.value)) return null;
    left.splice(index, 1);
    return found.value;
  };
  const origin = take('access-control-allow-origin');
  return {
    status: String(reply.status),
    ...allowOriginOf(origin, pageOrigin),
    allowCredentials: take('access-control-allow-credentials', (value) => value === 'true') !== null,
    allowMethods: take('access-control-allow-methods') ?? '',
    allowHeaders: take('access-control-allow-headers') ?? '',
    exposeHeaders: take('access-control-expose-headers') ?? '',
    maxAge: take('access-control-max-age') ?? '',
    others: left,
    cookie: reply.cookie,
    redirects: reply.redirects,
    delay: String(reply.delayMillis),
  };
}

function allowOriginOf(
  value: string | null,
  pageOrigin: string,
): Pick<ReplyForm, 'allowOrigin' | 'allowOriginText'> {
  if (value === null) return { allowOrigin: 'none', allowOriginText: '' };
  if (value === '{origin}') return { allowOrigin: 'echo', allowOriginText: '' };
  if (value === '*') return { allowOrigin: 'any', allowOriginText: '' };
  if (value === pageOrigin) return { allowOrigin: 'page', allowOriginText: '' };
  return { allowOrigin: 'text', allowOriginText: value };
}
