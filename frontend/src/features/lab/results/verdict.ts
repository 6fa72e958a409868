import type { Exchange } from '../../../api/generated/types.gen';
import type { Meaning } from '../meaning';
import type { CallResult, Observation } from '../runs/run-result';
import type { Prediction } from '../standard/prediction';

/** How a call ended, in a meaning and a sentence. */
export interface CallVerdict {
  readonly meaning: Meaning;
  readonly sentence: string;
}

/** How a call ended in this browser. */
export function verdictOnCall({ observed, recorded }: CallResult): CallVerdict {
  const furthest = recorded.at(-1)?.kind ?? null;
  return { meaning: meaningOf(observed.outcome), sentence: sentenceOf(observed, furthest) };
}

export function meaningOf(outcome: Observation['outcome']): Meaning {
  switch (outcome) {
    case 'readable':
      return 'allowed';
    case 'opaque':
    case 'opaque-redirect':
    case 'sent':
      return 'kept';
    case 'error':
      return 'blocked';
  }
}

/** @param furthest what of the call reached the server last */
function sentenceOf({ outcome, status }: Observation, furthest: Exchange['kind'] | null): string {
  switch (outcome) {
    case 'readable':
      return `The page read the answer, status ${status}.`;
    case 'opaque':
      return 'The request reached the server, and the page may not know what it answered.';
    case 'opaque-redirect':
      return 'The page learnt that there was a redirect, and not where to.';
    case 'sent':
      return 'The form reached the server and was carried out. The page that sent it never sees the answer.';
    case 'error':
      return blockedSentence(furthest);
  }
}

function blockedSentence(furthest: Exchange['kind'] | null): string {
  switch (furthest) {
    case 'request':
      return 'The page may not read the answer. The request reached the server all the same, and was carried out.';
    case 'preflight':
      return 'The browser asked the server, and then did not send the request.';
    case null:
      return 'Nothing was sent.';
  }
}

/** How a call is expected to end, in the words of what a page sees. */
export function expectedOutcome(prediction: Prediction, via: 'fetch' | 'form'): Observation['outcome'] {
  if (via === 'form') return 'sent';
  switch (prediction.outcome) {
    case 'readable':
    case 'opaque':
    case 'opaque-redirect':
      return prediction.outcome;
    case 'blocked':
    case 'type-error':
      return 'error';
  }
}

/** What the page sees, in a few words. */
export const outcomeWords: Readonly<Record<Observation['outcome'], string>> = {
  readable: 'The page reads the answer.',
  opaque: 'The page gets an opaque answer: status 0, no headers, no body.',
  'opaque-redirect': 'The page gets an opaque redirect: status 0, no address.',
  sent: 'The form is sent; the page learns nothing.',
  error: 'fetch fails with a TypeError.',
};
