import type { Violation } from './generated/types.gen';

/** The server answered, and refused: an RFC 9457 problem, or an error answer of something in between. */
export class ProblemError extends Error {
  readonly kind = 'problem';
  override readonly name = 'ProblemError';
  readonly status: number;
  /** `urn:preflight:problem:<slug>`, or `about:blank` where the answer named none. */
  readonly type: string;
  /** A sentence for a person, or empty where the answer held none. */
  readonly detail: string;
  readonly violations: readonly Violation[];
  /** What to quote to whoever runs the server. */
  readonly requestId: string | null;
  /** How long to wait before another attempt, where the answer said so. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: {
    status: number;
    type?: string;
    title?: string;
    detail?: string;
    violations?: readonly Violation[];
    requestId?: string | null;
    retryAfterSeconds?: number | null;
  }) {
    super(problem.title ?? `The server answered ${problem.status}`);
    this.status = problem.status;
    this.type = problem.type ?? 'about:blank';
    this.detail = problem.detail ?? '';
    this.violations = problem.violations ?? [];
    this.requestId = problem.requestId ?? null;
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null;
  }
}

/**
 * No answer that this page may read. Down, offline and blocked by CORS look the same to a script (Fetch §5.6: a network
 * error tells nothing), so they share one type.
 */
export class UnreachableError extends Error {
  readonly kind = 'unreachable';
  override readonly name = 'UnreachableError';
  readonly reason: UnreachableReason;

  constructor(reason: UnreachableReason, options?: ErrorOptions) {
    super('The server cannot be reached', options);
    this.reason = reason;
  }
}

/** `gateway`: a proxy answered for a server that did not; `not-the-api`: something else answers at this address. */
export type UnreachableReason = 'network' | 'timeout' | 'gateway' | 'not-the-api';

/** All that a call can end in but an answer; anything else thrown is a bug. */
export type ApiError = ProblemError | UnreachableError;

export function hasStatus(error: unknown, status: number): error is ProblemError {
  return error instanceof ProblemError && error.status === status;
}

/** How long a refused attempt has to wait, or null where nothing keeps it from being made again at once. */
export function retryAfterSeconds(error: ApiError | null): number | null {
  return error?.kind === 'problem' ? error.retryAfterSeconds : null;
}

/** What went wrong and what to do next, in a sentence or two for a person. */
export function explain(error: ApiError): string {
  switch (error.kind) {
    case 'unreachable':
      return explainUnreachable(error.reason);
    case 'problem':
      return error.detail === '' ? explainStatus(error.status) : error.detail;
  }
}

function explainUnreachable(reason: UnreachableReason): string {
  switch (reason) {
    case 'network':
      return 'The server can’t be reached.';
    case 'timeout':
      return 'The server took too long to answer.';
    case 'gateway':
      return 'The server is not running at the moment.';
    case 'not-the-api':
      return 'Something else than the Preflight server answers at its address.';
  }
}

function explainStatus(status: number): string {
  if (status === 401) return 'You are not logged in.';
  if (status === 403) return 'This is not yours to change.';
  if (status === 404) return 'There is nothing at this address.';
  if (status === 429) return 'That was too often. Wait a moment, then try again.';
  if (status >= 500) return 'The server failed to answer this. Try again in a moment.';
  return `The server refused this with status ${status}.`;
}
