import type { CallPrediction, CookiePrediction } from '../runs/run-result';
import { explainReason } from '../standard/explanation';
import { reasonOf } from '../standard/trace';

/** What becomes of the run's cookie in one call, each in a sentence; none where no cookie is in play. */
export function cookieSentences({ cookie }: Pick<CallPrediction, 'cookie'>): readonly string[] {
  if (cookie === null) return [];
  const { storing } = cookie;
  const kept = storing?.holds === true ? ['The browser keeps the cookie that the answer sets.'] : [];
  const refusal = explainReason(storing?.trace ?? []);
  const refused = refusal === null ? [] : [refusal.what];
  // Sending and keeping may fail for one reason.
  return [...new Set([...sendingSentences(cookie), ...kept, ...refused])];
}

/** After a redirect nothing is said but what is different then. */
function sendingSentences({ sending, storing }: CookiePrediction): readonly string[] {
  const isDropped = reasonOf(storing?.trace ?? [])?.rule === 'credentials-included';
  return sending.flatMap((verdict, index) => {
    const before = sending[index - 1];
    if (before !== undefined && before?.holds === verdict?.holds) return [];
    const request = index === 0 ? 'The request' : 'After the redirect the request';
    if (verdict?.holds === true) return `${request} carries the cookie.`;
    if (verdict !== null) return explainReason(verdict.trace)?.what ?? [];
    // Where none was there to be sent, no rule says why; one that forbids all cookies says it by itself.
    return isDropped ? [] : `${request} carries no cookie.`;
  });
}
