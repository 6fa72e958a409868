import type { CheckFacts, CheckRule, NoteFacts, NoteRule } from './rules';

/** A failed step in plain sentences: what happened, why the rule exists, what to do. */
export interface Failure {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

export type CheckTexts<R extends CheckRule> = {
  readonly [K in R]: {
    readonly passes: (facts: CheckFacts[K]) => string;
    readonly fails: (facts: CheckFacts[K]) => Failure;
  };
};

export type NoteTexts = { readonly [K in NoteRule]: (facts: NoteFacts[K]) => string };

/** How a header's value is quoted where it may be missing. */
export function quoted(name: string, value: string | null): string {
  return value === null ? `the answer has no ${name}` : `the answer says “${name}: ${value}”`;
}
