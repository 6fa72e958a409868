import type { Body, CredentialsMode, Header, RedirectMode, RequestMode } from '../standard/lab-request';
import type { LabCookie } from '../standard/cookies';

/**
 * Where a call starts. `client` is this very page; the others are small pages that the server offers at home: on
 * another port of localhost (the same site), on 127.0.0.1 and on a.localhost (two other sites), and in a sandboxed frame
 * whose origin is the opaque `null`.
 */
export type InitiatorName = 'client' | 'another-port' | 'another-site' | 'subdomain' | 'null';

/** One call of a run, by script, or as the form of a page that is submitted into a window of its own. */
export interface LabCall {
  readonly initiator: InitiatorName;
  readonly via: 'fetch' | 'form';
  /** A form's is GET or POST. */
  readonly method: string;
  readonly headers: readonly Header[];
  readonly credentials: CredentialsMode;
  readonly mode: RequestMode;
  readonly redirect: RedirectMode;
  readonly body: Body;
}

export interface SetCookie extends Omit<LabCookie, 'path' | 'name'> {
  /** Set in answer to this method alone, as by a login; to every one if left out. */
  readonly method?: 'POST';
}

/** One answer, with a body that is always the same. */
export interface LabReply {
  /** 200 to 599; 301, 302, 303, 307 or 308 where it redirects. */
  readonly status: number;
  /** The value `{origin}` of Access-Control-Allow-Origin is the request's own Origin. */
  readonly headers: readonly Header[];
  readonly cookie: SetCookie | null;
  /** Whether it leads to the setup's second server. */
  readonly redirects: boolean;
  /** 0 to 5000 */
  readonly delayMillis: number;
}

/** How a server answers: to a preflight, or as one that does not know CORS; and to every other request. */
export interface LabServer {
  readonly preflight: LabReply | null;
  readonly response: LabReply;
}

/** What is tried: calls, one after the other, to one server, which may redirect to a second one. */
export interface Setup {
  /** 1 to 4 */
  readonly calls: readonly LabCall[];
  readonly server: LabServer;
  readonly redirectTarget: LabServer | null;
}

/** In milliseconds; no run's call takes longer: two servers answer preflight and request, each after five seconds at most. */
export const longestCall = 25_000;
