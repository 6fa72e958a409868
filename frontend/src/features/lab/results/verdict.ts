import type { Exchange } from '../../../api/generated/types.gen';
import type { Meaning } from '../meaning';
import type { CallResult, Observation } from '../runs/run-result';
import { explainReason } from '../standard/explanation';
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

/** What the page sees, in a few words. */
export const outcomeWords: Readonly<Record<Observation['outcome'], string>> = {
  readable: 'The page reads the answer.',
  opaque: 'The page gets an opaque answer: status 0, no headers, no body.',
  'opaque-redirect': 'The page gets an opaque redirect: status 0, no address.',
  sent: 'The form is sent; the page learns nothing.',
  error: 'fetch fails with a TypeError.',
};

/** Whether there is a preflight, and why. */
export function preflightSentence({ classification, sent, trace }: Prediction): string {
  if (sent.length === 0) return 'There is no preflight: nothing is sent.';
  const isForm = trace.some((step) => step.rule === 'response-not-opaque' && step.facts.mode === 'navigate');
  if (isForm) return 'There is no preflight: a form asks nobody.';
  const isAsked = sent.some(({ kind }) => kind === 'preflight');
  if (classification.outcome === 'same-origin')
    return 'There is no preflight: page and server are of one origin.';
  if (classification.preflight === null) {
    return isAsked
      ? 'There is a preflight, after a redirect.'
      : 'There is no preflight: a form could send this too.';
  }
  if (!isAsked) return 'There is no preflight: an earlier one still counts.';
  return explainReason(classification.trace)?.what ?? 'There is a preflight.';
}
