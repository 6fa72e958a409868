import type { CallPrediction } from '../runs/run-result';
import { explainReason } from '../standard/explanation';

/** What becomes of the run's cookie in one call, each in a sentence; none where no cookie is in play. */
export function cookieSentences({ cookie }: Pick<CallPrediction, 'cookie'>): readonly string[] {
  if (cookie === null) return [];
  const { sending, storing } = cookie;
  const refusals = [sending, storing].flatMap((verdict) => explainReason(verdict?.trace ?? [])?.what ?? []);
  return [
    ...(sending?.holds === true ? ['The request carries the cookie.'] : []),
    ...(storing?.holds === true ? ['The browser keeps the cookie that the answer sets.'] : []),
    // Both may fail for one reason.
    ...new Set(refusals),
  ];
}
