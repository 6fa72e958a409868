import type { CheckFacts, CheckRule } from './rules';
import type { Section } from './sections';

/** A failed step in plain sentences: what happened, why the rule exists, what to do. */
export interface Failure {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** Of each rule that decides, where it is written, and what it says. */
export type CheckTexts = {
  readonly [R in CheckRule]: {
    readonly section: Section;
    readonly passes: (facts: CheckFacts[R]) => string;
    readonly fails: (facts: CheckFacts[R]) => Failure;
  };
};
