import type { CallResult } from '../runs/run-result';
import { explainReason, type ExplainedFailure } from '../standard/explanation';

/** Why the page did not get to read the answer, in sentences; null where it did, or where no rule stood in the way. */
export function failureOf({ predicted }: CallResult): ExplainedFailure | null {
  return explainReason(predicted.prediction.trace);
}
