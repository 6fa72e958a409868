import { MeaningTag } from '../meaning';
import { MessageLines } from '../message-lines';
import type { CallPrediction } from '../runs/run-result';
import type { LabCall } from '../runs/setup';
import { explainReason } from '../standard/explanation';
import type { Prediction } from '../standard/prediction';
import { listed } from '../wording';
import { cookieSentences } from './cookie-sentences';
import { Fact, Facts } from './facts';
import { expectedOutcome, meaningOf, outcomeWords } from './verdict';

/** What is expected of one call. */
export function PredictedFacts({
  call,
  predicted,
}: {
  readonly call: LabCall;
  readonly predicted: CallPrediction;
}) {
  const { prediction } = predicted;
  const outcome = expectedOutcome(prediction, call.via);
  const cookies = cookieSentences(predicted);
  return (
    <Facts>
      <Fact name="What the page gets">
        <MeaningTag meaning={meaningOf(outcome)} /> {outcomeWords[outcome]}
      </Fact>
      {outcome === 'readable' && <Fact name="Status">{prediction.status}</Fact>}
      {outcome === 'readable' && <Fact name="Headers it may read">{listed(prediction.headers)}</Fact>}
      <Fact name="Preflight">{preflightSentence(prediction)}</Fact>
      <Fact name="Requests that are sent">
        {prediction.sent.length === 0 ? 'None.' : <MessageLines lines={prediction.sent.map(sentLine)} />}
      </Fact>
      {cookies.length > 0 && <Fact name="Cookie">{cookies.join(' ')}</Fact>}
    </Facts>
  );
}

function sentLine({ method, origin }: Prediction['sent'][number]): string {
  return origin === null ? method : `${method}, Origin: ${origin}`;
}

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
