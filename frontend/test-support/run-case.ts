import type { Engine } from '../src/features/lab/standard/engine';
import type { Body, PreflightQuestion } from '../src/features/lab/standard/lab-request';
import type { BrowserCase, ClassifyCase, PreflightCase, ResponseCase } from './browser-case';
import { compare, compareFailure, type Compared } from './case-result';
import { labModel, type Model } from './lab-model';
import { call, headersOf } from './lab-samples';
import { runCache, runRedirect } from './run-prediction';

/** What a case expects, and what a model makes of it. */
export function runCase(each: BrowserCase, engine: Engine, model: Model = labModel): readonly Compared[] {
  switch (each.kind) {
    case 'browser-classify':
      return runClassify(each, engine, model);
    case 'browser-preflight':
      return runPreflight(each, engine, model);
    case 'browser-response':
      return runResponse(each, model);
    case 'browser-preflight-cache':
      return runCache(each, engine, model);
    case 'browser-redirect':
      return runRedirect(each, engine, model);
  }
}

function runClassify({ request, expect }: ClassifyCase, engine: Engine, model: Model): readonly Compared[] {
  const { headers, body, method = 'GET', ...rest } = request;
  const asked = { ...call, ...rest, method, headers: headersOf(headers), body: bodyOf(body) };
  const found = model.classify(asked, engine);
  const outcome = compare('How it is fetched', expect.outcome, found.outcome);
  if (expect.outcome === 'type-error') return [outcome];
  const { acrm = null, acrh = null } = expect;
  const question = expect.preflight === true ? { method: acrm, headers: acrh } : null;
  return [
    outcome,
    compare('The method that is sent', expect.method, found.method),
    compare('What the preflight asks', questionText(question), questionText(found.preflight)),
  ];
}

function bodyOf(body: ClassifyCase['request']['body']): Body {
  if (body === 'blob-json') return { kind: 'blob', type: 'application/json' };
  return { kind: body ?? 'none' };
}

function questionText(question: Partial<PreflightQuestion> | { method: string | null } | null): string {
  if (question === null) return 'no preflight';
  const { method, headers } = { headers: null, ...question };
  return `${String(method)}${headers === null ? '' : ` with ${headers}`}`;
}

function runPreflight(
  { request, response, expect }: PreflightCase,
  engine: Engine,
  model: Model,
): readonly Compared[] {
  const answer = { ...response, headers: headersOf(response.headers) };
  const { holds, maxAge, trace } = model.judgePreflight(request, answer, engine);
  return [
    compare('The preflight passes', expect.ok, holds),
    expect.ok
      ? compare('For how many seconds it is remembered', expect.maxAge, maxAge)
      : compareFailure(expect.step, trace),
  ];
}

function runResponse({ request, response, expect }: ResponseCase, model: Model): readonly Compared[] {
  const asker = { ...request, mode: 'cors', tainting: 'cors' } as const;
  const read = model.readResponse(asker, { ...response, headers: headersOf(response.headers) });
  // The headers that carry the permission itself are of no interest to the cases.
  const shown = read.headers.filter((name) => !name.startsWith('access-control-'));
  return [
    compare('The page reads the answer', expect.readable, read.readable),
    compare('The status that it sees', String(expect.status), String(read.status)),
    compare('The headers that it sees', expect.exposed, shown),
    ...(expect.readable ? [] : [compareFailure(expect.step, read.trace)]),
  ];
}
