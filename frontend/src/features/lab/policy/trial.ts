import type { SimulatedAnswer, SimulatedRequest } from '../../../api/generated/types.gen';
import { trimmed } from '../standard/trimming';
import { preflightNeed } from '../standard/classification';
import type { Engine } from '../standard/engine';

/** What somebody tries: an Origin, and what the request would be like. */
export interface Trial {
  readonly origin: string;
  readonly method: string;
  /** Empty without a body. */
  readonly contentType: string;
  readonly carriesSession: boolean;
}

/** The request itself, and before it the preflight, if a browser would send one. */
export function requestsFor(trial: Trial, ownOrigin: string, engine: Engine): SimulatedRequest[] {
  const { origin, method, contentType, carriesSession } = trial;
  const origins = origin === '' ? [] : [origin];
  const request = {
    method,
    origins,
    contentType: contentType === '' ? [] : [contentType],
    hasBody: contentType !== '',
    carriesSession,
  };
  if (origin === '' || sentOrigin(origin) === ownOrigin) return [request];
  const headers = contentType === '' ? [] : [{ name: 'Content-Type', value: contentType }];
  const { question } = preflightNeed({ method, headers, body: { kind: 'none' } }, engine);
  if (question === null) return [request];
  return [
    {
      method: 'OPTIONS',
      origins,
      hasBody: false,
      carriesSession: false,
      requestedMethod: question.method,
      ...(question.headers === null ? {} : { requestedHeaders: question.headers }),
    },
    request,
  ];
}

/** The answers that come about: after a refused preflight a browser sends nothing more. */
export function answersThatArise(answers: readonly SimulatedAnswer[]): readonly SimulatedAnswer[] {
  const refused = answers.findIndex(({ kind, allowed }) => kind === 'preflight' && !allowed);
  return refused === -1 ? answers : answers.slice(0, refused + 1);
}

export function headerOf(answer: SimulatedAnswer, name: string): string | null {
  return answer.headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}

/** Whether the page of an Origin reads the answer (Fetch, "CORS check"); without another origin there is no question. */
export function isReadable(answer: SimulatedAnswer, origin: string, ownOrigin: string): boolean {
  const sent = sentOrigin(origin);
  return sent === '' || sent === ownOrigin || headerOf(answer, 'access-control-allow-origin') === sent;
}

function sentOrigin(origin: string): string {
  return trimmed(origin, ' \t');
}
