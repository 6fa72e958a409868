import type { Api } from '../../../api/api';
import type { Exchange } from '../../../api/generated/types.gen';
import type { Engine } from '../standard/engine';
import { compare } from './comparison';
import { CookieMemory } from './cookie-memory';
import type { InitiatorPages, Initiators } from './initiators';
import { followRuns, inOrder } from './journal';
import { predictRunAndCookies, type Scene } from './predict-run';
import { describeRun, type RunPlace } from './run-description';
import { endRun, readExchanges, startRun } from './run-queries';
import type { CallPrediction, CallResult, RunResult, RunScene } from './run-result';
import type { InitiatorName, Setup } from './setup';
import { asksForThirdPartyCookies, probeSetup } from './third-party-cookies';

/** Where and with what runs are conducted. */
export interface Bench {
  readonly api: Api;
  readonly pages: InitiatorPages;
  readonly initiators: Initiators;
  readonly engine: Engine;
  readonly pageOrigin: string;
}

/** Both runs of a setup, as the server keeps them. */
interface Started {
  /** The first server's, then the second's. */
  readonly ids: readonly string[];
  readonly place: RunPlace;
  readonly redirectPlace: RunPlace | null;
}

const cookieMemory = new CookieMemory();

const patience = 5_000;
const pause = 40;

/** What each page's browser was found to do about cookies of other sites, by the page that calls. */
const thirdPartyCookies = new Map<InitiatorName, Promise<boolean>>();

/**
 * Conducts a run: describes the servers, makes the calls, and reads what was recorded. Rejects with an `ApiError` if the
 * server refuses the run, and with an `InitiatorError` if a call can't be made.
 *
 * @param onRecorded told all exchanges so far, as they happen
 */
export async function conductRun(
  setup: Setup,
  bench: Bench,
  onRecorded?: (recorded: readonly Exchange[]) => void,
): Promise<RunResult> {
  const began = Date.now();
  const started = await start(setup, bench);
  const { cookieName } = started.place;
  const stop =
    onRecorded &&
    followRuns(bench.api.origin, started.ids, (recorded) => {
      onRecorded(recorded.map((exchange) => withOwnCookie(exchange, cookieName)));
    });
  try {
    const scene: RunScene = {
      place: started.place,
      redirectPlace: started.redirectPlace,
      pageOrigin: bench.pageOrigin,
      thirdPartyCookies: await judgeThirdPartyCookies(setup, started, bench),
      cookies: cookieMemory.recall(cookieName, began),
    };
    cookieMemory.avoid(cookieName, began);
    const whole: Scene = { ...scene, originOf: originsOf(bench), engine: bench.engine };
    const { predictions, cookies } = predictRunAndCookies(setup, whole);
    const calls = await makeCalls(setup, predictions, started, whole, bench);
    cookieMemory.remember(cookieName, cookies, began, Date.now());
    return { setup, calls, engine: bench.engine.name, scene };
  } finally {
    stop?.();
    await Promise.allSettled(started.ids.map((id) => endRun(bench.api.client, id)));
  }
}

async function start(setup: Setup, { api }: Bench): Promise<Started> {
  const cookieName = cookieMemory.nextName(Date.now());
  const { server, redirectTarget } = setup;
  const placeOf = (path: string, redirectPath: string | null): RunPlace => ({
    url: `${api.origin}${path}`,
    redirectPath,
    cookieName,
  });
  // The one that is led to has to be there first.
  const second =
    redirectTarget && (await startRun(api.client, describeRun(redirectTarget, cookieName, null)));
  const first = await startRun(api.client, describeRun(server, cookieName, second?.id ?? null));
  return {
    ids: [first.id, ...(second === null ? [] : [second.id])],
    place: placeOf(first.path, second?.path ?? null),
    redirectPlace: second && placeOf(second.path, null),
  };
}

/** The origin that each initiator's requests name. */
export function originsOf({ pages, pageOrigin }: Pick<Bench, 'pages' | 'pageOrigin'>) {
  return (initiator: InitiatorName): string => {
    if (initiator === 'null') return 'null';
    if (initiator === 'client') return pageOrigin;
    const page = pages.find(({ name }) => name === initiator);
    return page === undefined ? 'null' : new URL(page.url).origin;
  };
}

async function makeCalls(
  setup: Setup,
  predictions: readonly CallPrediction[],
  started: Started,
  scene: Scene,
  bench: Bench,
): Promise<readonly CallResult[]> {
  const results: CallResult[] = [];
  let seen = 0;
  for (const [index, call] of setup.calls.entries()) {
    const predicted = predictions[index];
    if (predicted === undefined) break;
    const observed = await bench.initiators.call(started.place.url, call);
    // Nobody tells when a form has been sent and answered, so the journal is asked until it is there.
    const isForm = call.via === 'form';
    const delays = isForm ? answerDelays(setup) : [];
    const expected = isForm ? predicted.prediction.sent.length : 0;
    const recorded = (await readUntil(started, seen + expected, delays, bench)).slice(seen);
    if (isForm) await untilAnswered(started, delays, bench);
    seen += recorded.length;
    results.push({
      call,
      origin: scene.originOf(call.initiator),
      url: started.place.url,
      predicted,
      observed,
      recorded,
      disagreements: compare(call, predicted, observed, recorded),
    });
  }
  return results;
}

/** In milliseconds, how late each server answers a request. */
function answerDelays({ server, redirectTarget }: Setup): readonly number[] {
  return [server, ...(redirectTarget === null ? [] : [redirectTarget])].map(
    ({ response }) => response.delayMillis,
  );
}

/** A request is in the journal before it is answered, and its cookie is in the browser after that. */
async function untilAnswered(started: Started, delays: readonly number[], bench: Bench): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, delays.at(-1)));
  await readUntil(started, 0, delays, bench);
}

/** All exchanges so far in order; with several calls, those of each come one after the other. */
async function readUntil(
  { ids, place }: Started,
  count: number,
  delays: readonly number[],
  { api }: Bench,
): Promise<readonly Exchange[]> {
  const deadline = Date.now() + delays.reduce((sum, delay) => sum + delay, patience);
  for (;;) {
    const journals = await Promise.all(ids.map((id) => readExchanges(api.client, id)));
    const all = inOrder(journals).map((exchange) => withOwnCookie(exchange, place.cookieName));
    if (all.length >= count || Date.now() > deadline) return all;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** The cookies of other runs, which the browser sends along, are none of this one's business. */
function withOwnCookie(exchange: Exchange, name: string): Exchange {
  const cookieNames = exchange.cookieNames.filter((each) => each === name);
  const isOther = (header: string) => header === 'cookie' && cookieNames.length === 0;
  const headerNames = exchange.headerNames.filter((header) => !isOther(header));
  return { ...exchange, cookieNames, headerNames };
}

/** What depends on nothing but this browser's settings is tried before it is predicted. */
async function judgeThirdPartyCookies(setup: Setup, { place }: Started, bench: Bench): Promise<boolean> {
  if (!asksForThirdPartyCookies(setup, place.url, bench.pageOrigin, originsOf(bench))) return false;
  const { initiator } = setup.calls.find((call) => call.initiator !== 'client') ?? { initiator: 'client' };
  const known = thirdPartyCookies.get(initiator) ?? probe(initiator, bench);
  thirdPartyCookies.set(initiator, known);
  known.catch(() => thirdPartyCookies.delete(initiator));
  return known;
}

async function probe(initiator: InitiatorName, bench: Bench): Promise<boolean> {
  const setup = probeSetup(initiator);
  const started = await start(setup, bench);
  cookieMemory.avoid(started.place.cookieName, Date.now());
  try {
    for (const call of setup.calls) await bench.initiators.call(started.place.url, call);
    const recorded = await readUntil(started, 0, [], bench);
    return recorded.at(-1)?.cookieNames.includes(started.place.cookieName) ?? false;
  } finally {
    await Promise.allSettled(started.ids.map((id) => endRun(bench.api.client, id)));
  }
}
