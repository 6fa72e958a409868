import type { CallPrediction } from '../runs/run-result';
import { explainReason } from '../standard/explanation';
import { reasonOf } from '../standard/trace';

/** What becomes of the run's cookie in one call, each in a sentence; none where no cookie is in play. */
export function cookieSentences({ cookie }: Pick<CallPrediction, 'cookie'>): readonly string[] {
  if (cookie === null) return [];
  const { sending, storing, carried } = cookie;
  const isDropped = reasonOf(storing?.trace ?? [])?.rule === 'credentials-included';
  const refusals = [sending, storing].flatMap((verdict) => explainReason(verdict?.trace ?? [])?.what ?? []);
  return [
    ...(sending?.holds === true ? ['The request carries the cookie.'] : []),
    // Where none was there to be sent, no rule says why; one that forbids all cookies says it by itself.
    ...(sending === null && carried.length > 0 && !isDropped ? ['The request carries no cookie.'] : []),
    ...(storing?.holds === true ? ['The browser keeps the cookie that the answer sets.'] : []),
    // Both may fail for one reason.
    ...new Set(refusals),
  ];
}
