import type { Exchange } from '../../../api/generated/types.gen';
import type { Meaning } from '../meaning';
import type { CallResult } from '../runs/run-result';
import { explainReason } from '../standard/explanation';
import { isRedirectStatus } from '../standard/preflight-answer';
import { listed, originWords, theHeaders } from '../wording';
import { addressOf, crossOriginLines, keptHeaders, lineOf } from './recorded-lines';
import { isTold } from './verdict';

export type Lane = 'page' | 'browser' | 'server';

/** One thing that happens, told so that it can be drawn as an arrow and read without the drawing. */
export interface SequenceStep {
  readonly from: Lane;
  /** The same as `from` where somebody decides without saying anything. */
  readonly to: Lane;
  readonly meaning: Meaning | null;
  /** What travels, in a word. */
  readonly title: string;
  readonly sentence: string;
  /** Header lines that matter here, as they travel. */
  readonly lines: readonly string[];
}

/** Who sent what to whom in one call, where it stopped, and what was kept from the page: by what was recorded. */
export function sequenceOf(result: CallResult): readonly SequenceStep[] {
  return [...steps(result)];
}

function* steps(result: CallResult): Iterable<SequenceStep> {
  const { recorded, predicted } = result;
  yield beginning(result);
  if (remembersPreflight(result)) {
    yield decision(
      'preflight',
      'Remembered',
      'An earlier preflight still counts, so the browser does not ask again.',
    );
  }
  const unsent = (predicted.cookie?.sending ?? []).map((verdict) => explainReason(verdict?.trace ?? []));
  let requests = 0;
  for (const [index, exchange] of recorded.entries()) {
    const address = addressOf(result, index);
    if (exchange.kind === 'preflight') {
      yield asking(exchange);
      yield answer(exchange);
      if (index < recorded.length - 1) {
        yield decision('allowed', 'May be sent', 'The answer permits it, so the browser sends the request.');
      }
    } else {
      const refusal = unsent[requests]?.what;
      if (refusal !== undefined && refusal !== unsent[requests - 1]?.what) {
        yield decision(null, 'Cookie', refusal);
      }
      requests += 1;
      yield sending(exchange, address);
      yield answer(exchange);
    }
  }
  yield* ending(result);
}

/** Something that the browser decides by itself; what becomes of a cookie is no meaning of a request. */
function decision(meaning: Meaning | null, title: string, sentence: string): SequenceStep {
  return { from: 'browser', to: 'browser', meaning, title, sentence, lines: [] };
}

function beginning({ call }: CallResult): SequenceStep {
  const common = { from: 'page', to: 'browser', meaning: null } as const;
  if (call.via === 'form') {
    const sentence = `The page submits a form by ${call.method}, as any page may to any address.`;
    return { ...common, title: 'form', sentence, lines: [] };
  }
  const extras = [
    ...(call.headers.length > 0 ? [theHeaders(call.headers.map(({ name }) => name))] : []),
    ...(call.credentials === 'include' ? ['credentials'] : []),
  ];
  const sentence = `The page calls fetch: ${call.method}${extras.length > 0 ? ` with ${listed(extras)}` : ''}.`;
  return { ...common, title: 'fetch', sentence, lines: [] };
}

function remembersPreflight({ predicted, recorded }: CallResult): boolean {
  const isRemembered = predicted.prediction.trace.some(
    ({ rule, outcome }) => (rule === 'method-cached' || rule === 'header-cached') && outcome === 'pass',
  );
  return isRemembered && recorded.every(({ kind }) => kind !== 'preflight');
}

function asking({ origin, requestedMethod, requestedHeaders }: Exchange): SequenceStep {
  const headers = requestedHeaders.length === 0 ? '' : ` with ${theHeaders(requestedHeaders)}`;
  return {
    from: 'browser',
    to: 'server',
    meaning: 'preflight',
    title: 'OPTIONS',
    sentence: `The browser asks first: may ${originWords(origin ?? 'a page')} send ${requestedMethod ?? 'this'}${headers}?`,
    lines: [],
  };
}

function sending({ method, origin, cookieNames }: Exchange, address: string): SequenceStep {
  const cookies = cookieNames.length === 0 ? '' : `, with the cookie ${listed(cookieNames)}`;
  const from = origin === null ? '' : `, “Origin: ${origin}”`;
  return {
    from: 'browser',
    to: 'server',
    meaning: null,
    title: method,
    sentence: `The browser sends ${method} ${address}${from}${cookies}.`,
    lines: [],
  };
}

function answer({ status, headers, kind }: Exchange): SequenceStep {
  const lines = crossOriginLines(headers);
  const location = headers.find(({ name }) => name.toLowerCase() === 'location');
  const isSilent = lines.every((line) => !/^access-control-/i.test(line));
  const leads = location !== undefined && isRedirectStatus(status) ? ' and leads elsewhere' : '';
  return {
    from: 'server',
    to: 'browser',
    meaning: kind === 'preflight' ? 'preflight' : null,
    title: String(status),
    sentence: `The server answers ${status}${leads}${isSilent ? ', and says nothing about other origins' : ''}.`,
    lines,
  };
}

function* ending(result: CallResult): Iterable<SequenceStep> {
  const { observed, predicted } = result;
  yield* storing(result);
  const kept = keptHeaders(result);
  if (observed.outcome === 'readable' && kept.length > 0) {
    yield decision('kept', 'Not shown', `The browser keeps ${theHeaders(kept)} to itself.`);
  }
  if (observed.outcome === 'error') {
    const reason = explainReason(predicted.prediction.trace);
    yield decision(
      'blocked',
      'Stopped',
      reason?.what ?? 'The browser stops here, and the prediction knows no reason.',
    );
  }
  yield delivery(result);
}

function* storing({ predicted, recorded }: CallResult): Iterable<SequenceStep> {
  const verdict = predicted.cookie?.storing;
  if (!verdict || recorded.every(({ kind }) => kind === 'preflight')) return;
  const reason = explainReason(verdict.trace);
  if (reason === null) {
    yield decision(
      null,
      'Cookie',
      'The browser keeps the cookie, whether or not the page may read the answer.',
    );
  } else {
    yield decision(null, 'Cookie', reason.what);
  }
}

function delivery(result: CallResult): SequenceStep {
  const { observed } = result;
  const common = { from: 'browser', to: 'page', lines: observed.headers.map(lineOf) } as const;
  switch (observed.outcome) {
    case 'readable':
      return {
        ...common,
        meaning: 'allowed',
        title: String(observed.status),
        sentence: reading(result),
      };
    case 'opaque':
    case 'opaque-redirect':
      return {
        ...common,
        meaning: 'kept',
        title: 'opaque',
        sentence: 'The page learns that there was an answer, and nothing of what it says.',
      };
    case 'sent':
      return {
        ...common,
        meaning: 'kept',
        title: 'nothing',
        sentence:
          'The answer is shown to the person, as a page of its own. The page that sent the form learns nothing.',
      };
    case 'error':
      return {
        ...common,
        meaning: 'blocked',
        title: observed.error?.name ?? 'Error',
        sentence: failing(result),
      };
  }
}

/** {@link https://fetch.spec.whatwg.org/#null-body-status | Fetch, null body status} */
const bodiless = new Set([101, 103, 204, 205, 304]);

function reading({ observed: { status, headers }, recorded }: CallResult): string {
  const hasBody = !bodiless.has(status) && recorded.at(-1)?.method !== 'HEAD';
  const parts = [
    `status ${status}`,
    ...(hasBody ? ['its body'] : []),
    ...(headers.length > 0 ? ['these headers'] : []),
  ];
  return `The page reads the answer: ${listed(parts)}${hasBody ? '' : '. It has no body'}.`;
}

function failing(result: CallResult): string {
  const message = result.observed.error?.message.replace(/\.$/, '') ?? 'no reason given';
  return `fetch fails: “${message}”.${isTold(result) ? '' : ' The page learns nothing more.'}`;
}
