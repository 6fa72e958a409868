import { classify, type Classification } from './classification';
import { corsCheck, type Asker } from './cors-check';
import type { Engine } from './engine';
import type { LabRequest, LabResponse, PreflightQuestion, SentRequest } from './lab-request';
import { serializedOriginOf } from './origin';
import { isRedirectStatus, judgePreflight } from './preflight-answer';
import {
  asksAgain,
  forget,
  judgeCache,
  remember,
  remembersAfter,
  type CacheQuestion,
  type PreflightCache,
} from './preflight-cache';
import { readResponse } from './readable-response';
import { requestOrigin } from './request-origin';
import { followRedirect, leadsOn, sentOrigin, taintingOf, type Journey } from './redirect';
import { needAtStage } from './redirected-preflight';
import type { CheckRule } from './rules';
import { check, departs, reasonOf, untilFailure, type Step, type Trace } from './trace';

/**
 * How a whole call of `fetch` ends. `blocked` is what JavaScript sees as a TypeError although it was a request that the
 * standard lets begin; `type-error` never left the page.
 */
export interface Prediction {
  readonly outcome: 'readable' | 'opaque' | 'opaque-redirect' | 'blocked' | 'type-error';
  readonly status: number;
  readonly headers: readonly string[];
  readonly sent: readonly SentRequest[];
  /** Why there is a preflight, or none. */
  readonly classification: Classification;
  /** What happened to what was sent; the first failing step is why it was blocked. */
  readonly trace: Trace;
  readonly cache: PreflightCache;
}

/** How the server answers; told what it sees, so that it can echo an Origin. */
export type Server = (sent: SentRequest) => LabResponse;

/** The browser's memory, and its clock in seconds. */
export interface Browser {
  readonly cache: PreflightCache;
  readonly now: number;
  readonly engine: Engine;
}

/** {@link https://fetch.spec.whatwg.org/#fetching | Fetch}, from the call to what the page gets. */
export function predict(call: LabRequest, server: Server, browser: Browser): Prediction {
  const classification = classify(call, browser.engine);
  const { outcome, method, headers, trace } = classification;
  const nothing = { status: 0, headers: [], sent: [], classification, trace, cache: browser.cache };
  if (outcome === 'type-error') return { ...nothing, outcome };
  if (outcome === 'network-error') return { ...nothing, outcome: 'blocked' };
  const request = { ...call, method, headers };
  const exchange = new Exchange(server, browser, classification);
  const start: Journey = { request, urls: [call.url], tainting: 'basic' };
  return exchange.run({ ...start, tainting: taintingOf(start) });
}

/** One call's state while it is under way. */
class Exchange {
  private readonly sent: SentRequest[] = [];
  private readonly trace: Step[] = [];
  private cache: PreflightCache;
  private firstAsked: LabRequest | null = null;
  private readonly server: Server;
  private readonly browser: Browser;
  private readonly classification: Classification;

  constructor(server: Server, browser: Browser, classification: Classification) {
    this.server = server;
    this.browser = browser;
    this.classification = classification;
    this.cache = browser.cache;
  }

  run(start: Journey): Prediction {
    for (let journey: Journey | null = start; journey !== null;) {
      if (!this.reaches(journey) || !this.preflight(journey)) return this.end('blocked');
      const response = this.send(journey);
      if (!isRedirectStatus(response.status)) return this.finish(journey, response);
      if (!this.passes(journey, response)) return this.end('blocked');
      if (journey.request.redirect === 'manual') return this.end('opaque-redirect');
      if (!leadsOn(response)) return this.finish(journey, response);
      const { next, trace } = followRedirect(journey, response, this.browser.engine);
      this.trace.push(...trace);
      journey = next === null ? null : { ...next, tainting: taintingOf(next) };
    }
    return this.end('blocked');
  }

  /** A request of mode `same-origin` is stopped as soon as a redirect leads it elsewhere. */
  private reaches({ request, tainting }: Journey): boolean {
    if (request.mode !== 'same-origin') return true;
    const { origin, url } = request;
    const isReached = tainting === 'basic';
    this.trace.push(check('mode-reaches-target', isReached, { origin, target: serializedOriginOf(url) }));
    return isReached;
  }

  /** @returns whether the request may be sent */
  private preflight(journey: Journey): boolean {
    if (journey.tainting !== 'cors') return true;
    const { request } = journey;
    const { now, engine } = this.browser;
    const { question, trace, ...need } = needAtStage(request, this.firstAsked, engine);
    if (question === null) return true;
    this.firstAsked ??= request;
    this.trace.push(...trace);
    const asked = { ...askerOf(journey), ...need, method: request.method, url: request.url };
    const cached = judgeCache(this.cache, asked, now, engine);
    const again = cached.holds ? asksAgain(request, engine) : [];
    if (cached.holds && again.length === 0) {
      this.trace.push(...cached.trace);
      return true;
    }
    this.trace.push(...again);
    return this.ask(asked, question);
  }

  private ask(asked: CacheQuestion, question: PreflightQuestion): boolean {
    const { origin, url } = asked;
    const sent: SentRequest = { kind: 'preflight', url, method: 'OPTIONS', origin, asks: question };
    this.sent.push(sent);
    const verdict = judgePreflight(asked, this.server(sent), this.browser.engine);
    this.trace.push(...verdict.trace);
    const { now, engine } = this.browser;
    this.cache = verdict.holds
      ? remember(this.cache, asked, verdict, now, engine)
      : forget(this.cache, asked);
    return verdict.holds;
  }

  private send(journey: Journey): LabResponse {
    const { url, method } = journey.request;
    const before = this.sent.findLast(({ kind }) => kind === 'request') ?? null;
    const { origin, trace } = requestOrigin(journey, before, this.browser.engine);
    this.trace.push(...trace);
    const sent: SentRequest = { kind: 'request', url, method, origin, asks: null };
    this.sent.push(sent);
    return this.server(sent);
  }

  /** A redirect across origins has to pass the CORS check itself, before the redirect mode is asked. */
  private passes(journey: Journey, response: LabResponse): boolean {
    const { request, tainting } = journey;
    const asker = askerOf(journey);
    const { engine } = this.browser;
    const isError = request.redirect === 'error';
    const isRead = isError && !leadsOn(response) && engine.departures.has('reads-redirect-to-nowhere');
    const trace = [
      ...(tainting === 'cors' ? corsCheck(asker, response.headers).trace : []),
      ...(isRead ? [departs(engine, 'reads-redirect-to-nowhere', 'location')] : []),
      check('redirect-mode', !isError || isRead, { status: response.status }),
    ];
    const reason = reasonOf(trace);
    this.trace.push(...untilFailure(trace));
    if (reason !== undefined) this.forget(asker, request.url, reason.rule);
    return reason === undefined;
  }

  private forget({ origin }: Asker, url: string, failed?: CheckRule): void {
    const { engine } = this.browser;
    const cache = forget(this.cache, { origin, url });
    if (cache.length === this.cache.length) return;
    const departure = remembersAfter(failed, engine);
    if (departure === undefined) this.cache = cache;
    else this.trace.push(departs(engine, departure, 'access-control-max-age'));
  }

  private finish(journey: Journey, response: LabResponse): Prediction {
    const { request, tainting } = journey;
    const asker = askerOf(journey);
    const { readable, status, headers, trace } = readResponse(
      { ...asker, mode: request.mode, tainting },
      response,
    );
    this.trace.push(...trace);
    if (readable) return { ...this.end('readable'), status, headers };
    if (tainting === 'opaque') return this.end('opaque');
    this.forget(asker, request.url);
    return this.end('blocked');
  }

  private end(outcome: Prediction['outcome']): Prediction {
    const { sent, classification, trace, cache } = this;
    return { outcome, status: 0, headers: [], sent, classification, trace, cache };
  }
}

function askerOf(journey: Journey): Asker {
  return { origin: sentOrigin(journey), credentials: journey.request.credentials };
}
