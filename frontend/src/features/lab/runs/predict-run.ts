import {
  judgeSending,
  judgeStoring,
  stored,
  type CookieRequest,
  type LabCookie,
  type StoredCookie,
} from '../standard/cookies';
import type { Engine } from '../standard/engine';
import type { LabRequest, LabResponse, SentRequest } from '../standard/lab-request';
import { predictForm } from '../standard/navigation';
import type { PreflightCache } from '../standard/preflight-cache';
import { predict, type Prediction } from '../standard/prediction';
import type { Verdict } from '../standard/trace';
import { isSetBy, replyOf, responseOf, type RunPlace } from './run-description';
import type { CallPrediction, CookiePrediction, RunScene } from './run-result';
import type { InitiatorName, LabCall, LabServer, Setup } from './setup';

/** What a prediction has to know about where the run takes place. */
export interface Scene extends RunScene {
  readonly originOf: (initiator: InitiatorName) => string;
  readonly engine: Engine;
}

/** What the browser remembers from one call to the next. */
interface Memory {
  readonly cache: PreflightCache;
  readonly cookies: readonly StoredCookie[];
}

/** Predicts all calls of a run, each with what the ones before it left behind. */
export function predictRun(setup: Setup, scene: Scene): readonly CallPrediction[] {
  return predictRunAndCookies(setup, scene).predictions;
}

/** The same, and the run's cookies that the browser keeps in the end. */
export function predictRunAndCookies(
  setup: Setup,
  scene: Scene,
): { readonly predictions: readonly CallPrediction[]; readonly cookies: readonly StoredCookie[] } {
  let memory: Memory = { cache: [], cookies: scene.cookies ?? [] };
  const predictions = setup.calls.map((call) => {
    const { prediction, after } = predictCall(call, setup, scene, memory);
    memory = after;
    return prediction;
  });
  return { predictions, cookies: memory.cookies };
}

function predictCall(
  call: LabCall,
  setup: Setup,
  scene: Scene,
  memory: Memory,
): { readonly prediction: CallPrediction; readonly after: Memory } {
  const jar = new Jar(cookieRequestOf(call, scene), memory.cookies);
  const serverAt = serversOf(setup, scene);
  const server = (sent: SentRequest): LabResponse => {
    const { description, place } = serverAt(sent.url);
    if (sent.kind === 'request') {
      const { cookie } = replyOf(description, 'request');
      const isSet = cookie !== null && isSetBy(cookie, sent.method);
      jar.exchange(sent.method, isSet ? { ...cookie, name: place.cookieName, path: '/runs' } : null);
    }
    return responseOf(description, sent, place);
  };
  const browser = { cache: memory.cache, now: 0, engine: scene.engine };
  const request = labRequestOf(call, scene);
  const prediction: Prediction = (call.via === 'form' ? predictForm : predict)(request, server, browser);
  return {
    prediction: { prediction, cookie: jar.prediction(scene.place.cookieName, setsCookie(setup)) },
    after: { cache: prediction.cache, cookies: jar.cookies },
  };
}

/** The call as the standard's functions take it. */
export function labRequestOf(call: LabCall, scene: Pick<Scene, 'originOf' | 'place'>): LabRequest {
  const { method, mode, credentials, redirect, headers, body } = call;
  const origin = scene.originOf(call.initiator);
  return { origin, url: scene.place.url, method, mode, credentials, redirect, headers, body };
}

function setsCookie({ server, redirectTarget }: Setup): boolean {
  return (
    server.response.cookie !== null || (redirectTarget !== null && redirectTarget.response.cookie !== null)
  );
}

/** Both servers are runs of one host, and differ by their paths. */
function serversOf(
  { server, redirectTarget }: Setup,
  { place, redirectPlace }: Scene,
): (url: string) => { readonly description: LabServer; readonly place: RunPlace } {
  const first = { description: server, place };
  if (redirectTarget === null || redirectPlace === null) return () => first;
  const second = { description: redirectTarget, place: redirectPlace };
  return (url) => (url === redirectPlace.url ? second : first);
}

function cookieRequestOf(call: LabCall, scene: Scene): CookieRequest {
  return {
    origin: scene.originOf(call.initiator),
    ancestors: call.initiator === 'null' ? [scene.pageOrigin] : [],
    navigation: call.via === 'form' ? call.method.toUpperCase() : null,
    url: scene.place.url,
    credentials: call.credentials,
    thirdPartyCookies: scene.thirdPartyCookies,
    engine: scene.engine,
  };
}

/** The browser's cookies during one call. */
class Jar {
  cookies: readonly StoredCookie[];
  private readonly sending: (Verdict | null)[] = [];
  private storing: Verdict | null = null;
  private readonly request: CookieRequest;

  constructor(request: CookieRequest, cookies: readonly StoredCookie[]) {
    this.request = request;
    this.cookies = cookies;
  }

  /** A request leaves with the cookies that there are, and its answer may set one. */
  exchange(method: string, set: LabCookie | null): void {
    // A redirect may have made a GET of the form's POST.
    const navigation = this.request.navigation === null ? null : method;
    const request = { ...this.request, navigation };
    const verdicts = this.cookies.map((cookie) => judgeSending(cookie, request));
    this.sending.push(verdicts.find(({ holds }) => holds) ?? verdicts[0] ?? null);
    if (set === null) return;
    this.storing = judgeStoring(set, request);
    if (!this.storing.holds) return;
    const kept = stored(set, request);
    this.cookies = [...this.cookies.filter((cookie) => !isSameCookie(cookie, kept)), kept];
  }

  /** @param inPlay whether there could have been one, so that it is worth saying that there is none */
  prediction(name: string, inPlay: boolean): CookiePrediction | null {
    const { sending, storing } = this;
    if (!inPlay && sending.every((verdict) => verdict === null) && storing === null) return null;
    return { name, sending, storing };
  }
}

/** Cookies of one name in two partitions are two; all others of one name, host and path are one. */
function isSameCookie(one: StoredCookie, other: StoredCookie): boolean {
  const partitions = [one, other].map(({ partitioned, partition }) => (partitioned ? partition : null));
  return one.name === other.name && one.host === other.host && partitions[0] === partitions[1];
}
