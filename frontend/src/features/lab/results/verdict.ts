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
  return { meaning: meaningOf(observed.outcome), sentence: sentenceOf(observed, recorded.at(-1)) };
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

function sentenceOf({ outcome, status }: Observation, last: Exchange | undefined): string {
  switch (outcome) {
    case 'readable':
      return `The page read the answer, status ${status}.`;
    case 'opaque':
      return 'The request reached the server, and the page may not know what it answered.';
    case 'opaque-redirect':
      return 'The page learnt that there was a redirect, and not where to.';
    case 'sent':
      return `The form reached the server, which answered ${last?.status ?? 'nothing yet'}. The page that sent it never sees the answer.`;
    case 'error':
      return blockedSentence(last);
  }
}

function blockedSentence(last: Exchange | undefined): string {
  switch (last?.kind) {
    case 'request':
      return `The page may not read the answer. The request reached the server all the same, and the server answered ${last.status}.`;
    case 'preflight':
      return 'The browser asked the server, and then did not send the request.';
    case undefined:
      return 'Nothing was sent.';
  }
}

/** Whether the error says why: fetch tells what is wrong with its arguments, and nothing of what another server said. */
export function isTold({ observed, predicted }: CallResult): boolean {
  return observed.outcome === 'error' && predicted.prediction.outcome === 'type-error';
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
