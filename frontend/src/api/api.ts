import { ProblemError } from './api-error';
import { createHttpClient, type HttpClient } from './http-client';
import { createReachability, type Reachability } from './reachability';
import { createSessionChannel, type SessionChannel } from './session-channel';

/** The server as the client sees it: how to call it, and whether it answers. */
export interface Api {
  /** Its origin; the page's own where the two are one. */
  readonly origin: string;
  readonly client: HttpClient;
  readonly reachability: Reachability;
  /** How the tabs of this browser hear of each other. */
  readonly channel: SessionChannel;
}

/** @param address the API's origin, or empty for the page's own */
export function createApi(address: string): Api {
  // Asking who is logged in is cheap, needs no login, and goes through the same CORS policy as every other call.
  const reachability = createReachability(() =>
    client.get('/api/authentication').then(
      () => true,
      (error: unknown) => error instanceof ProblemError,
    ),
  );
  const channel = createSessionChannel();
  const client = createHttpClient({ address, onOutcome: reachability.report, channel });
  return { origin: address === '' ? window.location.origin : address, client, reachability, channel };
}
