import type { Departure, Engine } from './engine';
import type { CheckFacts, CheckRule, NoteFacts, NoteRule } from './rules';

/** A step that decides: after the first `fail` the answer is settled, and that step is the reason. */
export type CheckStep = {
  readonly [R in CheckRule]: {
    readonly rule: R;
    readonly outcome: 'pass' | 'fail';
    readonly facts: CheckFacts[R];
  };
}[CheckRule];

/** A step that changes or tells something without deciding. */
export type NoteStep = {
  readonly [R in NoteRule]: { readonly rule: R; readonly outcome: 'note'; readonly facts: NoteFacts[R] };
}[NoteRule];

/** One step that the browser takes, in the order of the standard. */
export type Step = CheckStep | NoteStep;

export type Trace = readonly Step[];

/** The answer to a question that has a yes and a no, and the steps that led to it. */
export interface Verdict {
  readonly holds: boolean;
  readonly trace: Trace;
}

/** A step that decides. */
export function check<R extends CheckRule>(rule: R, holds: boolean, facts: CheckFacts[R]): Step {
  return { rule, outcome: holds ? 'pass' : 'fail', facts } as CheckStep;
}

/** A step that tells. */
export function note<R extends NoteRule>(rule: R, facts: NoteFacts[R]): Step {
  return { rule, outcome: 'note', facts } as NoteStep;
}

/** A step that an engine takes in its own way; `name` is the header that it is about. */
export function departs(engine: Engine, departure: Departure, name: string): Step {
  return note('engine-departs', { engine: engine.name, departure, name });
}

/** @returns the first step that failed: the reason for a no; undefined if the answer is yes */
export function reasonOf(trace: Trace): CheckStep | undefined {
  return trace.find((step): step is CheckStep => step.outcome === 'fail');
}

/** A question is answered with yes if no step failed. */
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
