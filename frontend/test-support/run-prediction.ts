import type { Engine } from '../src/features/lab/standard/engine';
import type { LabResponse, SentRequest } from '../src/features/lab/standard/lab-request';
import type { PreflightCache } from '../src/features/lab/standard/preflight-cache';
import type { CacheCase, RedirectCase } from './browser-case';
import { compare, type Compared } from './case-result';
import type { Model } from './lab-model';
import { api, call, headersOf, page } from './lab-samples';

/** What each step of a cache's case sends and gets, one after the other. */
export function runCache({ steps, expect }: CacheCase, engine: Engine, model: Model): readonly Compared[] {
  let cache: PreflightCache = [];
  const compared: Compared[] = [];
  steps.forEach((step, index) => {
    const { t: now, unsafe = [], method, url = api, origin = page, credentials = 'include' } = step;
    const headers = unsafe.map((name) => ({ name, value: unsafeValues[name] ?? '1' }));
    const request = { ...call, method, url, origin, credentials, headers };
    const prediction = model.predict(request, (sent) => answerOf(step, sent), { cache, now, engine });
    cache = prediction.cache;
    const { preflight, ok } = expect[index] ?? {};
    const asks = prediction.sent.some(({ kind }) => kind === 'preflight');
    const what = `Call ${index + 1}, ${method} after ${now} s`;
    compared.push(
      compare(`${what}: a preflight`, preflight, asks),
      compare(`${what}: readable`, ok, prediction.outcome === 'readable'),
    );
  });
  return compared;
}

const unsafeValues: Readonly<Record<string, string>> = { 'content-type': 'application/json' };

/** The server of the cache's cases: it allows what the policy allows, and echoes the headers it is asked about. */
function answerOf(step: CacheCase['steps'][number], sent: SentRequest): LabResponse {
  const {
    maxAge = '7200',
    allowMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    actualOk,
  } = step;
  if (sent.kind === 'request' && actualOk === false) return { status: 200, headers: [] };
  const pairs = [
    ['Access-Control-Allow-Origin', sent.origin ?? ''],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', allowMethods.join(', ')],
    ['Access-Control-Allow-Headers', sent.asks?.headers ?? ''],
    ...(maxAge === null ? [] : [['Access-Control-Max-Age', maxAge]]),
  ];
  return { status: sent.kind === 'preflight' ? 204 : 200, headers: headersOf(pairs) };
}

const places: Readonly<Record<string, string>> = {
  spa: `${page}/start`,
  api,
  third: 'http://127.0.0.1:8080/items',
  'api-userinfo': 'http://user:secret@localhost:8080/api/others',
};

export function runRedirect(
  { scenario, expect }: RedirectCase,
  engine: Engine,
  model: Model,
): readonly Compared[] {
  const { chain = ['api'], credentials = 'same-origin' } = scenario;
  const [first = api, ...others] = chain.map((place) => places[place] ?? '');
  const method = scenario.preflightStatus === undefined ? 'GET' : 'PUT';
  const { outcome, sent } = model.predict(
    { ...call, url: first, method, credentials },
    redirectServer(scenario, others),
    { cache: [], now: 0, engine },
  );
  const { originHeaderOnFinal } = expect;
  return [
    compare('How the call ends', expect.outcome, outcome),
    ...(originHeaderOnFinal === undefined
      ? []
      : [compare('The Origin of the last request', originHeaderOnFinal, sent.at(-1)?.origin)]),
  ];
}

function redirectServer(
  { acao = [page], preflightStatus = 204 }: RedirectCase['scenario'],
  others: readonly string[],
): (sent: SentRequest) => LabResponse {
  let requests = 0;
  return (sent) => {
    const hop = requests;
    const allowed = acao[hop] ?? null;
    const headers = allowed === null ? [] : headersOf([['Access-Control-Allow-Origin', allowed]]);
    if (sent.kind === 'preflight') {
      return { status: preflightStatus, headers: [...headers, { name: 'Location', value: '/elsewhere' }] };
    }
    requests += 1;
    const next = others[hop];
    if (next === undefined) return { status: 200, headers };
    return { status: 302, headers: [...headers, { name: 'Location', value: next }] };
  };
}
