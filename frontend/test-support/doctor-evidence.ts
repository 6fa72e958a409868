import { expect } from 'vitest';
import type { ForeignOutcome } from '../src/api/foreign-fetch';
import { diagnose, type VerdictName } from '../src/features/lab/doctor/diagnosis';
import { evidenceOf, type Evidence, type RecordedAnswer } from '../src/features/lab/doctor/evidence';
import { standardEngine } from '../src/features/lab/standard/engine';
import type { LabRequest } from '../src/features/lab/standard/lab-request';
import { call, headersOf, page } from './lab-samples';

export const rejected: ForeignOutcome = { kind: 'rejected', message: 'Failed to fetch' };
export const answered: ForeignOutcome = {
  kind: 'answered',
  status: 200,
  headers: [],
  redirectedTo: null,
  millis: 3,
};

/** The line that lets the page read an answer. */
export const allowed = ['Access-Control-Allow-Origin', page];

/** What the server got in the page's place. */
export function got(kind: RecordedAnswer['kind'], status: number, ...pairs: string[][]): RecordedAnswer {
  const method = kind === 'preflight' ? 'OPTIONS' : 'GET';
  const headers = headersOf(pairs).map((header) => ({ ...header }));
  return {
    kind,
    url: call.url,
    answer: { method, url: call.url, status, headers, millis: 3, httpVersion: 'HTTP/1.1' },
  };
}

export function evidence(request: Partial<LabRequest>, found: Partial<Evidence>): Evidence {
  return { ...evidenceOf({ ...call, ...request }, standardEngine), ...found };
}

/** What was found out about a call, and what is to be concluded from it. */
export interface Row {
  readonly name: string;
  readonly call?: Partial<LabRequest>;
  readonly found: Partial<Evidence>;
  readonly verdict: VerdictName;
  readonly rule?: string;
  readonly what?: RegExp;
  readonly needsRepeat?: true;
}

export function named(rows: readonly Row[]): [string, Row][] {
  return rows.map((row) => [row.name, row]);
}

export function expectConclusion(row: Row): void {
  const diagnosis = diagnose(evidence(row.call ?? {}, row.found));

  expect(diagnosis.verdict).toBe(row.verdict);
  expect(diagnosis.reason?.rule).toBe(row.rule);
  expect(diagnosis.needsRepeat).toBe(row.needsRepeat ?? false);
  if (row.what) expect(diagnosis.explanation.what).toMatch(row.what);
  for (const sentence of Object.values(diagnosis.explanation)) expect(sentence).toMatch(/\.$/);
}
