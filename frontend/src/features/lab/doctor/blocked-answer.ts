import type { SentRequest } from '../standard/lab-request';
import { explainReason, type ExplainedFailure } from '../standard/explanation';
import type { Failure } from '../standard/explanation-texts';
import { headerValue } from '../standard/header-list';
import { isRedirectStatus } from '../standard/preflight-answer';
import type { Prediction } from '../standard/prediction';
import type { Section } from '../standard/sections';
import type { CheckStep } from '../standard/trace';
import { everyFailure } from './every-failure';
import { recordedFor, type Evidence, type RecordedAnswer } from './evidence';

/** Why an answer is blocked: what to mend first, and what it would fail after that. */
export interface BlockedAnswer {
  readonly reason: CheckStep;
  readonly explanation: Failure;
  readonly section: Section;
  /** What else the same answer fails, in the standard's order. */
  readonly further: readonly Failure[];
}

/**
 * The browser looks at a preflight's headers before its status, and at an error's headers alone. A person looks for the
 * cause: the login that refuses the preflight, the error that leaves the headers out.
 */
export function explainBlocked(evidence: Evidence, { sent }: Prediction): BlockedAnswer {
  const failures = everyFailure(evidence);
  const [first] = failures;
  if (first === undefined) throw new Error('A request that was blocked has a step that failed.');
  const place = sent.at(-1);
  const recorded = place && recordedFor(evidence, place);
  const cause = failures.find(isAboutStatus) ?? first;
  const { section, ...standard } = explained(cause);
  return {
    reason: cause,
    section,
    explanation: (place && recorded && inContext(place, recorded, first, cause, standard)) ?? standard,
    further: failures.filter((each) => each !== cause).map(explained),
  };
}

function isAboutStatus({ rule }: CheckStep): boolean {
  return rule === 'preflight-ok-status' || rule === 'preflight-not-redirected';
}

function explained(step: CheckStep): ExplainedFailure {
  const failure = explainReason([step]);
  if (failure === null) throw new Error('A step that failed is explained.');
  return failure;
}

/** @returns null where the rule's own sentences say all */
function inContext(
  place: SentRequest,
  { answer }: RecordedAnswer,
  first: CheckStep,
  cause: CheckStep,
  standard: Failure,
): Failure | null {
  const lacking = lackOf(first);
  if (lacking === null) return null;
  const status = statusInWords(answer);
  if (place.kind === 'preflight') {
    if (first === cause) return null;
    return {
      ...standard,
      what: `The preflight was answered with ${status}, and ${lacking}, so the request was not sent.`,
    };
  }
  if (isRedirectStatus(answer.status)) {
    return {
      what: `The ${place.method} was answered with ${status}, and ${lacking}, so the browser does not follow it.`,
      why: 'Each answer on the way has to allow the page, a redirect too. Often a login page or a missing slash causes it.',
      todo: `Call the final address, or find out why your server redirects. If the redirect is meant: ${standard.todo}`,
    };
  }
  if (answer.status < 400) return null;
  return {
    what: `The ${place.method} was answered with ${status}, and ${lacking}, so the page may not even read the error.`,
    why: `${standard.why} CORS did not cause the ${answer.status}: once the page may read it, it is still an error.`,
    todo: `${standard.todo} Then look in your server’s log for the reason of the ${answer.status}.`,
  };
}

function statusInWords({ status, headers }: RecordedAnswer['answer']): string {
  if (!isRedirectStatus(status)) return String(status);
  const location = headerValue(headers, 'location');
  return location === null ? `a redirect, ${status}` : `a redirect, ${status} to ${location}`;
}

/** What the headers of an answer lack, by the first rule of the CORS check that they fail; null by any other rule. */
function lackOf({ rule, facts }: CheckStep): string | null {
  if (rule === 'allow-origin-present') return 'without Access-Control-Allow-Origin';
  if (rule === 'allow-origin-not-wildcard') {
    return 'with “Access-Control-Allow-Origin: *”, which does not count with credentials';
  }
  if (rule === 'allow-origin-matches') {
    return `with “Access-Control-Allow-Origin: ${facts.value}”, which does not cover the page`;
  }
  return rule === 'allow-credentials-true' ? 'without “Access-Control-Allow-Credentials: true”' : null;
}
