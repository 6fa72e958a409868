import { ProblemError } from './api-error';
import type { Violation } from './generated/types.gen';

/**
 * Reads a refusal. Proxies and load balancers answer for the server too, so nothing about the body is taken for
 * granted: what is missing or of another shape is left out.
 */
export async function readProblem(response: Response): Promise<ProblemError> {
  const { status } = response;
  const retryAfterSeconds = readRetryAfter(response.headers.get('Retry-After'));
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body)) return new ProblemError({ status, retryAfterSeconds });
  return new ProblemError({
    status,
    retryAfterSeconds,
    ...text(body, 'type'),
    ...text(body, 'title'),
    ...text(body, 'detail'),
    requestId: text(body, 'requestId').requestId ?? response.headers.get('X-Request-Id'),
    violations: Array.isArray(body.violations) ? body.violations.filter(isViolation) : [],
  });
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function readRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text<K extends string>(record: Record<string, unknown>, key: K): Partial<Record<K, string>> {
  const value = record[key];
  return typeof value === 'string' ? ({ [key]: value } as Record<K, string>) : {};
}

function isViolation(value: unknown): value is Violation {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';
}
