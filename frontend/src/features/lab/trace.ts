import type { RuleFacts, RuleId } from './rules';

/**
 * One step that the browser takes, in the order of the standard. `pass` and `fail` decide: after the first `fail` the
 * answer is settled, and that step is the reason. `note` changes or tells something without deciding.
 */
export type Step = {
  readonly [R in RuleId]: {
    readonly rule: R;
    readonly outcome: 'pass' | 'fail' | 'note';
    readonly facts: RuleFacts[R];
  };
}[RuleId];

export type Trace = readonly Step[];

/** The answer to a question that has a yes and a no, and the steps that led to it. */
export interface Verdict {
  readonly holds: boolean;
  readonly trace: Trace;
}

/** A step that decides. */
export function check<R extends RuleId>(rule: R, holds: boolean, facts: RuleFacts[R]): Step {
  return { rule, outcome: holds ? 'pass' : 'fail', facts } as Step;
}

/** A step that tells. */
export function note<R extends RuleId>(rule: R, facts: RuleFacts[R]): Step {
  return { rule, outcome: 'note', facts } as Step;
}

/** @returns the first step that failed: the reason for a no; undefined if the answer is yes */
export function reasonOf(trace: Trace): Step | undefined {
  return trace.find((step) => step.outcome === 'fail');
}

/** Every step was taken and none failed, or the last one taken failed. */
export function verdictOf(trace: Trace): Verdict {
  return { holds: reasonOf(trace) === undefined, trace };
}

/** Takes steps until one fails, as the standard's algorithms do. */
export function untilFailure(steps: Iterable<Step>): Trace {
  const taken: Step[] = [];
  for (const step of steps) {
    taken.push(step);
    if (step.outcome === 'fail') break;
  }
  return taken;
}
