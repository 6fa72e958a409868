import { explain, ProblemError, UnreachableError } from '../../../api/api-error';
import { callForeignServer, probeForeignServer } from '../../../api/foreign-fetch';
import type { DoctorRequest, DoctorResponse } from '../../../api/generated/types.gen';
import type { HttpClient } from '../../../api/http-client';
import { classify } from '../standard/classification';
import type { Engine } from '../standard/engine';
import type { Header, LabRequest, SentRequest } from '../standard/lab-request';
import { isSameOrigin } from '../standard/origin';
import { isMixedContent } from './address-space';
import { isRepeatable } from './doctor-values';
import {
  evidenceOf,
  recordedFor,
  replay,
  withoutFragment,
  type Evidence,
  type RecordedAnswer,
} from './evidence';

/** What is asked, and with what. */
export interface Question {
  readonly call: LabRequest;
  /** The text that is sent; null for none. */
  readonly body: string | null;
  readonly engine: Engine;
  /** The server that repeats the call; null where it does not. */
  readonly server: HttpClient | null;
  readonly signal: AbortSignal;
}

const timeoutMilliseconds = 15_000;
/** The server waits for ten seconds itself. */
const mostRedirects = 5;

/** Makes the call, and finds out what became of it. Rejects only with the signal's reason. */
export async function examine(question: Question): Promise<Evidence> {
  const { call, body, engine, signal } = question;
  const start = evidenceOf(call, engine);
  const { outcome: kind, headers, method } = classify(call, engine);
  if (kind === 'type-error' || isMixedContent(call.origin, call.url)) return start;

  const waiting = { signal, timeoutMilliseconds };
  const { credentials, url } = call;
  const watch = watchPolicy(url);
  try {
    const outcome = await callForeignServer({ url, method, headers, credentials, body }, waiting);
    const probe = outcome.kind === 'rejected' ? await probeForeignServer(url, waiting) : null;
    const evidence = { ...start, outcome, probe, violatesPolicy: watch.isViolated() };
    if (evidence.violatesPolicy || outcome.kind === 'timeout') return evidence;
    return await look(question, evidence, false);
  } finally {
    watch.stop();
  }
}

/** Lets the server send once more what could change something, after the person has said so. */
export function examineAgain(question: Question, evidence: Evidence): Promise<Evidence> {
  return look(question, evidence, true);
}

/** Lets the server send what the browser sent, as long as an answer is missing and it may. */
async function look(question: Question, start: Evidence, mayRun: boolean): Promise<Evidence> {
  const { server, signal } = question;
  let evidence = start;
  if (server === null) return evidence;
  for (let asked = 0; asked <= mostRedirects; asked += 1) {
    const known = replay(evidence);
    if (known.kind === 'complete') return evidence;
    const { sent } = known;
    if (sent.kind === 'request' && !isRepeatable(sent.method) && !mayRun) return evidence;
    try {
      const body = requestOf(question, sent, mayRun);
      const { body: answer } = await server.post<DoctorResponse>('/api/lab/doctor', { body, signal });
      evidence = withAnswer(evidence, sent, answer);
    } catch (error) {
      if (error instanceof ProblemError || error instanceof UnreachableError) {
        return { ...evidence, refusal: explain(error) };
      }
      throw error;
    }
    if (evidence.failure !== null || recordedFor(evidence, sent) === undefined) return evidence;
  }
  return evidence;
}

/** The call on its way: a redirect may have changed its method, its origin and its headers. */
function requestOf({ call, body, engine }: Question, sent: SentRequest, mayRun: boolean): DoctorRequest {
  const method = sent.asks?.method ?? sent.method;
  const { headers, method: first } = classify(call, engine);
  const carriesBody = body !== null && method === first;
  return {
    url: sent.url,
    method,
    origin: sent.origin ?? call.origin,
    headers: headers
      .filter((header) => travels(header, call.url, sent.url, carriesBody))
      .map(({ name, value }) => ({ name, value })),
    credentialsMode: call.credentials,
    body: carriesBody ? body : null,
    repeatUnsafe: mayRun,
  };
}

function travels({ name }: Header, from: string, to: string, carriesBody: boolean): boolean {
  const lower = name.toLowerCase();
  if (lower === 'authorization') return isSameOrigin(from, to);
  // A body that a redirect dropped takes its headers along.
  return from === to || carriesBody || !/^content-(?:encoding|language|location|type)$/.test(lower);
}

/** What is asked again takes the place of what it was asked before. */
function withAnswer(evidence: Evidence, sent: SentRequest, answer: DoctorResponse): Evidence {
  const url = withoutFragment(sent.url);
  const { preflight, request, failure } = answer;
  const allowsStrangers = evidence.allowsStrangers || answer.allowsStrangers;
  const got: RecordedAnswer[] = [];
  if (preflight !== null) got.push({ kind: 'preflight', url, answer: preflight });
  if (request !== null) got.push({ kind: 'request', url, answer: request });
  const known = evidence.recorded.filter(
    (each) => !got.some(({ kind }) => kind === each.kind && url === each.url),
  );
  return { ...evidence, recorded: [...known, ...got], failure, allowsStrangers };
}

interface PolicyWatch {
  readonly isViolated: () => boolean;
  readonly stop: () => void;
}

/**
 * Notices when this page's own content security policy stops a call
 * ({@link https://www.w3.org/TR/CSP3/#directive-connect-src | CSP, connect-src}), which `fetch` does not tell.
 */
function watchPolicy(url: string): PolicyWatch {
  let violated = false;

  function note({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
    if (effectiveDirective === 'connect-src' && isSameOrigin(blockedURI, url)) violated = true;
  }

  document.addEventListener('securitypolicyviolation', note);
  return {
    isViolated: () => violated,
    stop: () => {
      document.removeEventListener('securitypolicyviolation', note);
    },
  };
}
