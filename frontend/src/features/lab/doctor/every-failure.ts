import type { Header, LabResponse, SentRequest } from '../standard/lab-request';
import { headerValue } from '../standard/header-list';
import type { CheckFacts, CheckRule } from '../standard/rules';
import { reasonOf, type CheckStep } from '../standard/trace';
import { recordedFor, replay, type Evidence } from './evidence';

/** More than a preflight can ask for is no help to anybody. */
const mostFailures = 20;

/**
 * A browser stops at the first rule that an answer fails. Who mends that one alone is stopped again by the next, so this
 * mends each in turn and looks again.
 *
 * @returns the steps that the last answer fails, in the standard's order; none if nothing is blocked
 */
export function everyFailure(evidence: Evidence): readonly CheckStep[] {
  const failures: CheckStep[] = [];
  let supposed = evidence;
  let place: SentRequest | undefined;
  while (failures.length < mostFailures) {
    const known = replay(supposed);
    if (known.kind === 'missing' || known.prediction.outcome !== 'blocked') break;
    const { sent, trace } = known.prediction;
    const reason = reasonOf(trace);
    const last = sent.at(-1);
    place ??= last;
    if (reason === undefined || last === undefined || last.kind !== place?.kind || last.url !== place.url)
      break;
    failures.push(reason);
    const mended = withMended(supposed, last, reason);
    if (mended === null) break;
    supposed = mended;
  }
  return failures;
}

function withMended(evidence: Evidence, sent: SentRequest, failed: CheckStep): Evidence | null {
  const known = recordedFor(evidence, sent);
  const better = known && mended(known.answer, sent, failed);
  if (known === undefined || better === undefined || better === null) return null;
  const answer = {
    ...known.answer,
    status: better.status,
    headers: better.headers.map((each) => ({ ...each })),
  };
  return {
    ...evidence,
    recorded: evidence.recorded.map((each) => (each === known ? { ...each, answer } : each)),
  };
}

type Mending<R extends CheckRule> = (
  answer: LabResponse,
  facts: CheckFacts[R],
  sent: SentRequest,
) => Partial<LabResponse>;

function allowOrigin(
  { headers }: LabResponse,
  { origin }: { readonly origin: string },
): Partial<LabResponse> {
  return { headers: replaced(headers, 'access-control-allow-origin', origin) };
}

function allowHeader({ headers }: LabResponse, { name }: { readonly name: string }): Partial<LabResponse> {
  return { headers: added(headers, 'access-control-allow-headers', name) };
}

const noContent = () => ({ status: 204 });

/** What passes each rule that headers or a status can pass. */
const mendings: { readonly [R in CheckRule]?: Mending<R> } = {
  'allow-origin-present': allowOrigin,
  'allow-origin-not-wildcard': allowOrigin,
  'allow-origin-matches': allowOrigin,
  'allow-credentials-true': ({ headers }) => ({
    headers: replaced(headers, 'access-control-allow-credentials', 'true'),
  }),
  'preflight-not-redirected': noContent,
  'preflight-ok-status': noContent,
  'allow-methods-valid': ({ headers }, _, { asks }) => ({
    headers: replaced(headers, 'access-control-allow-methods', asks?.method ?? ''),
  }),
  'allow-headers-valid': ({ headers }, _, { asks }) => ({
    headers: replaced(headers, 'access-control-allow-headers', asks?.headers ?? ''),
  }),
  'method-allowed': ({ headers }, { method }) => ({
    headers: added(headers, 'access-control-allow-methods', method),
  }),
  'non-wildcard-header-allowed': allowHeader,
  'header-allowed': allowHeader,
};

/** @returns the answer as it would pass the rule; null where no header or status would do */
function mended(answer: LabResponse, sent: SentRequest, { rule, facts }: CheckStep): LabResponse | null {
  // The compiler does not see that a step's facts are those of its own rule; the type of CheckStep guarantees it.
  const mend = mendings[rule] as Mending<CheckRule> | undefined;
  return mend === undefined ? null : { ...answer, ...mend(answer, facts, sent) };
}

function replaced(headers: readonly Header[], name: string, value: string): readonly Header[] {
  return [...headers.filter((header) => header.name.toLowerCase() !== name), { name, value }];
}

function added(headers: readonly Header[], name: string, value: string): readonly Header[] {
  const before = headerValue(headers, name);
  return replaced(headers, name, before === null ? value : `${before}, ${value}`);
}
