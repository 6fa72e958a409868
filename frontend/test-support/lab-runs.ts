import type { SentRequest } from '../src/features/lab/standard/lab-request';
import type { Exchange } from '../src/api/generated/types.gen';
import { predictRun, type Scene } from '../src/features/lab/runs/predict-run';
import { responseOf } from '../src/features/lab/runs/run-description';
import type { CallPrediction, CallResult, Observation, RunResult } from '../src/features/lab/runs/run-result';
import type { InitiatorName, Setup } from '../src/features/lab/runs/setup';
import { standardEngine, type Engine } from '../src/features/lab/standard/engine';
import { request } from './run-samples';

const origins: Readonly<Record<InitiatorName, string>> = {
  client: 'http://localhost:5173',
  'another-port': 'http://localhost:8081',
  'another-site': 'http://127.0.0.1:8081',
  subdomain: 'http://a.localhost:8081',
  null: 'null',
};

/** The Lab at home: the client on another port of the API's host. */
export function sceneOf(engine: Engine): Scene {
  const cookieName = 'lab-example';
  return {
    place: { url: 'http://localhost:8080/runs/firstfirst', redirectPath: '/runs/secondsecond', cookieName },
    redirectPlace: { url: 'http://localhost:8080/runs/secondsecond', redirectPath: null, cookieName },
    pageOrigin: origins.client,
    originOf: (initiator) => origins[initiator],
    engine,
    thirdPartyCookies: true,
  };
}

/** A run in which everything happens as it is predicted. */
export function runAsPredicted(setup: Setup, engine: Engine = standardEngine): RunResult {
  const scene = sceneOf(engine);
  const predictions = predictRun(setup, scene);
  const calls = setup.calls.map((call, index): CallResult => {
    const predicted = predictions[index];
    if (predicted === undefined) throw new Error('There is a prediction for each call.');
    const recorded = exchangesOf(setup, predicted, scene);
    return {
      call,
      origin: scene.originOf(call.initiator),
      url: scene.place.url,
      predicted,
      observed: call.via === 'form' ? observation('sent') : observationOf(predicted, recorded),
      recorded,
      disagreements: [],
    };
  });
  return { setup, calls, engine: engine.name, scene };
}

function exchangesOf(
  setup: Setup,
  { prediction, cookie }: CallPrediction,
  scene: Scene,
): readonly Exchange[] {
  let requests = 0;
  return prediction.sent.map((sent, index) => {
    const isCarried = sent.kind === 'request' && cookie?.sending[requests++]?.holds === true;
    return exchangeOf(setup, sent, index, scene, isCarried ? [cookie.name] : []);
  });
}

function exchangeOf(
  setup: Setup,
  sent: SentRequest,
  index: number,
  { place, redirectPlace }: Scene,
  cookieNames: string[],
): Exchange {
  const isSecond = sent.url === redirectPlace?.url;
  const server = (isSecond ? setup.redirectTarget : null) ?? setup.server;
  const { status, headers } = responseOf(server, sent, isSecond ? redirectPlace : place);
  return request({
    number: index + 1,
    kind: sent.kind,
    method: sent.method,
    origin: sent.origin,
    requestedMethod: sent.asks?.method ?? null,
    requestedHeaders: sent.asks?.headers?.split(',') ?? [],
    cookieNames,
    status,
    headers: headers.map(({ name, value }) => ({ name, value })),
  });
}

function observationOf({ prediction }: CallPrediction, recorded: readonly Exchange[]): Observation {
  switch (prediction.outcome) {
    case 'readable': {
      const sent = recorded.at(-1)?.headers ?? [];
      const headers = sent.map(({ name, value }) => ({ name: name.toLowerCase(), value }));
      return {
        ...observation('readable'),
        status: prediction.status,
        headers: headers.filter(({ name }) => prediction.headers.includes(name)),
        body: '{"lab":"firstfir"}',
      };
    }
    case 'opaque':
    case 'opaque-redirect':
      return observation(prediction.outcome);
    case 'blocked':
    case 'type-error':
      return { ...observation('error'), error: { name: 'TypeError', message: 'Failed to fetch' } };
  }
}

function observation(outcome: Observation['outcome']): Observation {
  return { outcome, status: 0, headers: [], body: null, error: null, millis: 12 };
}
