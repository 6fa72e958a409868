import type { Finding } from '../../../api/generated/types.gen';
import { capitalized } from '../wording';

/** What mends a setting, and all that it mends. */
export interface Mending {
  readonly key: string;
  readonly instead: string;
  readonly findings: readonly Finding[];
}

/** A line to take along, with what is said before and after it. */
export interface Line {
  readonly lead: string;
  readonly code: string;
  readonly rest: string | null;
}

const leads = ['Write ', 'Name each origin, such as '] as const;

/** Several mistakes in one setting are mended by writing it once. */
export function mendingsOf(findings: readonly Finding[]): readonly Mending[] {
  const mendings: Mending[] = [];
  for (const finding of findings) {
    const { key, instead } = finding;
    const index = mendings.findIndex((mending) => mending.key === key && mending.instead === instead);
    const before = mendings[index];
    if (before === undefined) mendings.push({ key, instead, findings: [finding] });
    else mendings[index] = { ...before, findings: [...before.findings, finding] };
  }
  return mendings;
}

/** @returns null where the advice has no line to write */
export function lineOf(key: string, instead: string): Line | null {
  const lead = leads.find((each) => instead.startsWith(`${each}${key}`));
  if (lead === undefined) return null;
  const [, code = '', rest] = /^(.*?)(?:,? ((?:or|and) .*))?$/.exec(instead.slice(lead.length)) ?? [];
  return { lead: `${lead.trim()}:`, code, rest: rest === undefined ? null : `${capitalized(rest)}.` };
}
