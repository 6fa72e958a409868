import type { SimulatedAnswer, SimulatedRequest } from '../../../api/generated/types.gen';
import { trimmed } from '../standard/trimming';

/** What somebody tries: an Origin, and what the request would be like. */
export interface Trial {
  readonly origin: string;
  readonly method: string;
  /** Empty without a body. */
  readonly contentType: string;
  readonly carriesSession: boolean;
}

/** The preflight that a browser would send before it, if it has an Origin, and the request itself. */
export function requestsFor({ origin, method, contentType, carriesSession }: Trial): SimulatedRequest[] {
  const origins = origin === '' ? [] : [origin];
  const request = {
    method,
    origins,
    contentType: contentType === '' ? [] : [contentType],
    hasBody: contentType !== '',
    carriesSession,
  };
  if (origin === '') return [request];
  return [
    {
      method: 'OPTIONS',
      origins,
      hasBody: false,
      carriesSession: false,
      requestedMethod: method,
      ...(contentType === '' ? {} : { requestedHeaders: 'content-type' }),
    },
    request,
  ];
}

export function headerOf(answer: SimulatedAnswer, name: string): string | null {
  return answer.headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}

/** Whether the page of an Origin reads the answer (Fetch, "CORS check"); without another origin there is no question. */
export function isReadable(answer: SimulatedAnswer, origin: string, ownOrigin: string): boolean {
  const sent = trimmed(origin, ' \t');
  return sent === '' || sent === ownOrigin || headerOf(answer, 'access-control-allow-origin') === sent;
}
