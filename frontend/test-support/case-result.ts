import { reasonOf, type Trace } from '../src/features/lab/standard/trace';
import type { RuleId } from '../src/features/lab/standard/rules';

/** One thing that a case expects, and what the model made of it. */
export interface Compared {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
}

export function compare(what: string, expected: unknown, found: unknown): Compared {
  const [one, other] = [textOf(expected), textOf(found)];
  return { what, expected: one, found: other, agrees: one === other };
}

/** The cases' names of the steps that fail, and ours. */
const rules: Readonly<Record<string, readonly RuleId[]>> = {
  'missing-allow-origin': ['allow-origin-present'],
  'wildcard-with-credentials': ['allow-origin-not-wildcard'],
  'origin-mismatch': ['allow-origin-matches'],
  'credentials-flag': ['allow-credentials-true'],
  'preflight-redirect': ['preflight-not-redirected'],
  'preflight-status': ['preflight-ok-status'],
  'invalid-allow-methods': ['allow-methods-valid'],
  'invalid-allow-headers': ['allow-headers-valid'],
  'method-not-allowed': ['method-allowed'],
  'header-not-allowed': ['header-allowed', 'non-wildcard-header-allowed'],
};

/** Compares the step that a case says to fail with the first that did. */
export function compareFailure(step: string | undefined, trace: Trace): Compared {
  const expected = rules[step ?? ''] ?? [];
  const found = reasonOf(trace)?.rule;
  return {
    what: 'The step that fails',
    expected: expected.join(' or '),
    found: found ?? 'none',
    agrees: found !== undefined && expected.includes(found),
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return JSON.stringify(value);
}
