import type { CheckStep } from '../standard/trace';
import { cookieFixes } from './cookie-fixes';
import type { Fix } from './fix';
import { needFixes, requestFixes } from './request-fixes';
import { answerFixes, redirectFixes } from './response-fixes';
import type { Asked, FixTable } from './server-fix';

const fixes: FixTable = {
  // Where two addresses stand to each other is a fact; what follows from it fails elsewhere.
  'tuple-origins': null,
  'same-scheme': null,
  'same-host': null,
  'same-port': null,
  'same-registrable-domain': null,
  ...requestFixes,
  ...needFixes,
  ...answerFixes,
  ...redirectFixes,
  ...cookieFixes,
};

/** @returns what mends a step that failed; null where there is nothing to set */
export function fixFor(step: CheckStep, asked: Asked): Fix | null {
  // The compiler does not see that a step's facts are those of its own rule; the type of CheckStep guarantees it.
  const fix = fixes[step.rule] as ((facts: CheckStep['facts'], asked: Asked) => Fix) | null;
  return fix === null ? null : fix(step.facts, asked);
}
