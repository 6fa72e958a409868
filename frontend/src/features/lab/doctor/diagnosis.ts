import type { SentRequest } from '../standard/lab-request';
import type { Failure } from '../standard/explanation-texts';
import { explainReason } from '../standard/explanation';
import { classify } from '../standard/classification';
import { headerValue, tokenList } from '../standard/header-list';
import { isSameOrigin } from '../standard/origin';
import type { Prediction } from '../standard/prediction';
import type { Section } from '../standard/sections';
import { reasonOf, type CheckStep, type Trace } from '../standard/trace';
import { isMixedContent, reachesInward } from './address-space';
import { explainBlocked } from './blocked-answer';
import { diagnosisTexts } from './diagnosis-texts';
import { isRepeatable } from './doctor-values';
import { replay, type Evidence } from './evidence';

/**
 * - `allowed`: the page may read the answer;
 * - `blocked`: a rule of CORS keeps it from the page, and is known;
 * - `blocked-unseen`: the same, and the headers that would tell the rule are not known;
 * - `contradicted`: the headers that the server got would allow it;
 * - `refused`: `fetch` does not take the call;
 * - `policy`: this page's own content security policy forbids it;
 * - `mixed-content`: an https page may not call plain http;
 * - `unreachable`: nothing answered.
 */
export type VerdictName =
  | 'allowed'
  | 'blocked'
  | 'blocked-unseen'
  | 'contradicted'
  | 'refused'
  | 'policy'
  | 'mixed-content'
  | 'unreachable';

export interface Diagnosis {
  readonly verdict: VerdictName;
  readonly explanation: Failure;
  readonly section: Section | null;
  /** The step that decided, for the fix; null where no rule of CORS did or none is known. */
  readonly reason: CheckStep | null;
  /** What the same answer would fail once that is mended. */
  readonly further: readonly Failure[];
  /** Whose answer the step looked at; null where that is not known. */
  readonly where: SentRequest | null;
  /** Why there is a preflight or none. */
  readonly classification: Trace;
  /** What the browser did with what came back; null where that is not known. */
  readonly prediction: Prediction | null;
  /** Whether the answer's headers could be seen if the request ran once more. */
  readonly needsRepeat: boolean;
  readonly hint: string | null;
}

/** What the evidence says. */
export function diagnose(evidence: Evidence): Diagnosis {
  const { call, engine } = evidence;
  const classification = classify(call, engine);
  const found = verdictOf(evidence);
  return {
    reason: null,
    further: [],
    where: null,
    section: null,
    prediction: null,
    needsRepeat: false,
    classification: classification.trace,
    hint: hintOf(evidence),
    ...found,
  };
}

/** What else is worth knowing, though the page does not read the answer. */
function hintOf({ call, allowsStrangers }: Evidence): string | null {
  if (allowsStrangers) return diagnosisTexts.strangers;
  return reachesInward(call.origin, call.url) ? diagnosisTexts.reachesInward : null;
}

type Found = Pick<Diagnosis, 'verdict' | 'explanation'> & Partial<Diagnosis>;

function verdictOf(evidence: Evidence): Found {
  const { call, engine, outcome, violatesPolicy } = evidence;
  const { outcome: start, trace } = classify(call, engine);
  if (start === 'type-error') return refused(trace);
  if (isMixedContent(call.origin, call.url)) {
    return { verdict: 'mixed-content', explanation: diagnosisTexts.mixedContent(call.url) };
  }
  if (violatesPolicy) return { verdict: 'policy', explanation: diagnosisTexts.policy(call.url) };
  if (outcome?.kind === 'answered') {
    const known = replay(evidence);
    const staysAtHome =
      start === 'same-origin' && isSameOrigin(call.origin, outcome.redirectedTo ?? call.url);
    return {
      verdict: 'allowed',
      hint: originCaution(evidence),
      explanation: staysAtHome
        ? diagnosisTexts.sameOrigin(outcome.status)
        : diagnosisTexts.allowed(outcome.status),
      // A cookie or a cached preflight may have made the difference; then what the server got explains nothing.
      prediction:
        known.kind === 'complete' && known.prediction.outcome === 'readable' ? known.prediction : null,
    };
  }
  if (outcome?.kind === 'timeout') {
    return { verdict: 'unreachable', explanation: diagnosisTexts.timeout(call.url) };
  }
  return verdictOfRejection(evidence);
}

/** `fetch` said TypeError and no more. */
function verdictOfRejection(evidence: Evidence): Found {
  const { call, probe, recorded, failure } = evidence;
  const isReached = probe === 'answered' || recorded.length > 0;
  if (!isReached) {
    const explanation =
      failure === null ? diagnosisTexts.unreachable(call.url) : diagnosisTexts.failed(failure);
    return { verdict: 'unreachable', explanation };
  }
  const known = replay(evidence);
  if (known.kind === 'missing') {
    const needsRepeat =
      known.sent.kind === 'request' && !isRepeatable(known.sent.method) && recorded.length > 0;
    const explanation = needsRepeat
      ? diagnosisTexts.needsRepeat(known.sent.method)
      : diagnosisTexts.unseen(failure);
    return { verdict: 'blocked-unseen', explanation, needsRepeat };
  }
  const { prediction } = known;
  if (prediction.outcome === 'blocked') {
    return {
      verdict: 'blocked',
      ...explainBlocked(evidence, prediction),
      prediction,
      where: prediction.sent.at(-1) ?? null,
    };
  }
  return { verdict: 'contradicted', explanation: diagnosisTexts.contradicted(probe), prediction };
}

function refused(trace: Trace): Found {
  const reason = reasonOf(trace) ?? null;
  const explanation = explainReason(trace);
  if (explanation === null) throw new Error('A call that is refused has a step that failed.');
  const { section, ...failure } = explanation;
  return { verdict: 'refused', explanation: failure, section, reason };
}

/**
 * An answer that names the page's origin may have copied it from the request: it is allowed, and it may be allowed to
 * everybody ({@link https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches | Fetch, CORS protocol and HTTP caches}).
 *
 * @returns what to look at, though the page may read the answer; null where there is nothing
 */
function originCaution({ call, recorded, allowsStrangers }: Evidence): string | null {
  if (allowsStrangers) return diagnosisTexts.strangers;
  const last = recorded.findLast(({ kind }) => kind === 'request');
  if (last === undefined || isSameOrigin(call.origin, last.url)) return null;
  const { headers } = last.answer;
  if (headerValue(headers, 'access-control-allow-origin') !== call.origin) return null;
  const vary = tokenList(headers, 'vary');
  const varies = vary !== 'failure' && vary?.some((name) => name === '*' || name.toLowerCase() === 'origin');
  if (varies === true) return null;
  return headerValue(headers, 'access-control-allow-credentials') === 'true'
    ? `${diagnosisTexts.noVary} ${diagnosisTexts.anyOriginWithCredentials}`
    : diagnosisTexts.noVary;
}
