import type { Exchange } from '../../../api/generated/types.gen';
import type { StoredCookie } from '../standard/cookies';
import type { Prediction } from '../standard/prediction';
import type { Header } from '../standard/lab-request';
import type { Verdict } from '../standard/trace';
import type { RunPlace } from './run-description';
import type { LabCall, Setup } from './setup';

/** What JavaScript of the page that called got to know. */
export interface Observation {
  /** `sent`: a form, whose answer goes to the person and never to the page. */
  readonly outcome: 'readable' | 'opaque' | 'opaque-redirect' | 'error' | 'sent';
  /** 0 where it is kept from the page. */
  readonly status: number;
  /** Those that the page may read, names in lower case. */
  readonly headers: readonly Header[];
  readonly body: string | null;
  /** What `fetch` threw, in the browser's own words. */
  readonly error: { readonly name: string; readonly message: string } | null;
  readonly millis: number;
}

/** What a run's cookie was expected to do in one call. */
export interface CookiePrediction {
  readonly name: string;
  /** Whether it travels, for each request in order, but no preflight; null where it was not in the browser yet. */
  readonly sending: readonly (Verdict | null)[];
  /** Whether the browser keeps the one that the answer sets; null where none is set. */
  readonly storing: Verdict | null;
}

export interface CallPrediction {
  readonly prediction: Prediction;
  readonly cookie: CookiePrediction | null;
}

/** One way in which the three columns differ; there should be none. */
export interface Disagreement {
  readonly about: 'outcome' | 'status' | 'headers' | 'requests' | 'cookie';
  readonly predicted: string;
  readonly found: string;
}

export interface CallResult {
  readonly call: LabCall;
  /** Of the page that called, as it serialises. */
  readonly origin: string;
  readonly url: string;
  readonly predicted: CallPrediction;
  readonly observed: Observation;
  /** By both servers, in order. */
  readonly recorded: readonly Exchange[];
  readonly disagreements: readonly Disagreement[];
}

/** Where a run takes place, as far as a prediction depends on it. */
export interface RunScene {
  readonly place: RunPlace;
  /** Where the second server is, if the setup has one. */
  readonly redirectPlace: RunPlace | null;
  /** The Lab's own page. */
  readonly pageOrigin: string;
  /** Whether this browser lets pages use the cookies of other sites. */
  readonly thirdPartyCookies: boolean;
  /** Those of the run's name that an earlier run left in the browser, if any. */
  readonly cookies?: readonly StoredCookie[];
}

export interface RunResult {
  readonly setup: Setup;
  readonly calls: readonly CallResult[];
  /** Which browser's ways the prediction took into account. */
  readonly engine: string;
  /** Where it took place, so that it can be predicted anew. */
  readonly scene: RunScene;
}
