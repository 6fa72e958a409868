import { judgeStoring, type CookieRequest, type LabCookie } from '../src/features/lab/standard/cookies';
import type { Departure, Engine } from '../src/features/lab/standard/engine';
import type { LabRequest, LabResponse, SentRequest } from '../src/features/lab/standard/lab-request';
import { predict, type Prediction } from '../src/features/lab/standard/prediction';
import type { Trace } from '../src/features/lab/standard/trace';
import { api, call, page } from './lab-samples';

/** What a departure of an engine from the standard comes to. */
export interface Effect {
  readonly departure: Departure;
  /** What is looked at, and where the engine tells of its own way. */
  readonly look: (engine: Engine) => { readonly seen: unknown; readonly trace: Trace };
  readonly standard: unknown;
  readonly departing: unknown;
  /** Without these the departure makes no difference. */
  readonly along?: readonly Departure[];
}

export const allowing = [
  ['Access-Control-Allow-Origin', '{origin}'],
  ['Access-Control-Allow-Methods', 'GET, POST, PUT'],
  ['Access-Control-Allow-Headers', 'x-lab, if-match, content-type'],
];

type Answers = (sent: SentRequest) => LabResponse;

export function answering(
  pairs: readonly (readonly string[])[],
  status: (sent: SentRequest) => number = () => 200,
): Answers {
  return (sent) => ({
    status: status(sent),
    headers: pairs.map(([name = '', value = '']) => ({
      name,
      value: value.replace('{origin}', sent.origin ?? ''),
    })),
  });
}

const isFirst = ({ kind, url }: SentRequest) => kind === 'request' && url === api;

export function redirecting(location: string, status: number): Answers {
  return answering([...allowing, ['Location', location]], (sent) => (isFirst(sent) ? status : 200));
}

export function fetching(
  request: Partial<LabRequest>,
  server: Answers,
  see: (prediction: Prediction) => unknown,
): Effect['look'] {
  return (engine) => {
    const prediction = predict({ ...call, ...request }, server, { cache: [], now: 0, engine });
    return { seen: see(prediction), trace: [...prediction.classification.trace, ...prediction.trace] };
  };
}

/** What of the second of two equal calls, a second later, is to be seen; unless told otherwise, how many requests. */
export function twice(
  request: Partial<LabRequest>,
  server: Answers,
  see: (second: Prediction) => unknown = ({ sent }) => sent.length,
): Effect['look'] {
  return (engine) => {
    const asked = { ...call, ...request };
    const first = predict(asked, server, { cache: [], now: 0, engine });
    const second = predict(asked, server, { cache: first.cache, now: 1, engine });
    return { seen: see(second), trace: [...first.trace, ...second.trace] };
  };
}

export const cookie: LabCookie = {
  name: 'lab-1',
  sameSite: 'Lax',
  secure: false,
  partitioned: false,
  path: '/runs',
};

export function keeping(attributes: Partial<LabCookie>, how: Partial<CookieRequest> = {}): Effect['look'] {
  return (engine) => {
    const { holds, trace } = judgeStoring({ ...cookie, ...attributes }, { ...cookieRequest, ...how, engine });
    return { seen: holds, trace };
  };
}

export const cookieRequest: Omit<CookieRequest, 'engine'> = {
  origin: page,
  ancestors: [],
  navigation: null,
  url: 'http://localhost:8080/runs/1',
  credentials: 'include',
  thirdPartyCookies: false,
};
