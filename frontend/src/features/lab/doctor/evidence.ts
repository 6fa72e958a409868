import type { ForeignOutcome, ProbeOutcome } from '../../../api/foreign-fetch';
import type { DoctorResponse } from '../../../api/generated/types.gen';
import type { Engine } from '../standard/engine';
import type { LabRequest, SentRequest } from '../standard/lab-request';
import { predict, type Prediction } from '../standard/prediction';

/** An answer with all its headers, as the server got it. */
export type DoctorExchange = NonNullable<DoctorResponse['request']>;

/** Why the server got none. */
export type DoctorFailure = NonNullable<DoctorResponse['failure']>;

/** What the server got for one request that the browser sent, or would have sent. */
export interface RecordedAnswer {
  readonly kind: SentRequest['kind'];
  readonly url: string;
  readonly answer: DoctorExchange;
}

/** All that was found out about one call. */
export interface Evidence {
  readonly call: LabRequest;
  readonly engine: Engine;
  /** What the page's own request came to; null where none was worth sending. */
  readonly outcome: ForeignOutcome | null;
  /** Whether anything answers there at all; null where that was no question. */
  readonly probe: ProbeOutcome | null;
  /** Whether this page's own content security policy stopped it. */
  readonly violatesPolicy: boolean;
  /** What the server got in the page's place. */
  readonly recorded: readonly RecordedAnswer[];
  /** Why the server got none. */
  readonly failure: DoctorFailure | null;
  /** Whether an answer allowed an origin that the server had made up, with credentials. */
  readonly allowsStrangers: boolean;
  /** Why the server did not try, in a sentence; null where it did or was not asked. */
  readonly refusal: string | null;
}

export function evidenceOf(call: LabRequest, engine: Engine): Evidence {
  return {
    call,
    engine,
    outcome: null,
    probe: null,
    violatesPolicy: false,
    recorded: [],
    failure: null,
    allowsStrangers: false,
    refusal: null,
  };
}

/** What the browser decides by the answers that are known, as far as these reach. */
export type Replay =
  | { readonly kind: 'complete'; readonly prediction: Prediction }
  /** The next one that would have to be known. */
  | { readonly kind: 'missing'; readonly sent: SentRequest };

class MissingAnswer extends Error {
  readonly sent: SentRequest;

  constructor(sent: SentRequest) {
    super('No answer is known.');
    this.sent = sent;
  }
}

/** Goes through the standard's steps with what the server got in the page's place. */
export function replay(evidence: Evidence): Replay {
  const { call, engine } = evidence;
  const server = (sent: SentRequest) => {
    const known = recordedFor(evidence, sent);
    if (known === undefined) throw new MissingAnswer(sent);
    return known.answer;
  };
  try {
    return { kind: 'complete', prediction: predict(call, server, { cache: [], now: 0, engine }) };
  } catch (error) {
    if (error instanceof MissingAnswer) return { kind: 'missing', sent: error.sent };
    throw error;
  }
}

/** @returns what was recorded for a request */
export function recordedFor({ recorded }: Evidence, sent: SentRequest): RecordedAnswer | undefined {
  return recorded.find(({ kind, url }) => kind === sent.kind && url === withoutFragment(sent.url));
}

export function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
