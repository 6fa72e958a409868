import { ProblemError, UnreachableError } from './api-error';
import { readProblem } from './read-problem';
import { createSessionChannel, type SessionChannel } from './session-channel';
import { createSessionRefresh } from './session-refresh';

/** An answer with its version, which an edit sends back as `If-Match`. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
}

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
  /** Sent as JSON; without it the request has neither body nor `Content-Type`. */
  readonly body?: unknown;
  readonly ifMatch?: string | null;
  readonly signal?: AbortSignal;
}

/**
 * The one way to the API. `T` is the answer's type in the server's OpenAPI document, which the build compares with the
 * server. A call rejects with an {@link ApiError}, or with the signal's reason when its caller gave up.
 */
export interface HttpClient {
  get<T>(path: string, options?: CallOptions): Promise<Answer<T>>;
  post<T>(path: string, options?: CallOptions): Promise<Answer<T>>;
  patch<T>(path: string, options?: CallOptions): Promise<Answer<T>>;
  delete<T>(path: string, options?: CallOptions): Promise<Answer<T>>;
}

export interface HttpClientSettings {
  /** The API's origin, or empty for the page's own. */
  readonly address: string;
  readonly timeoutMilliseconds?: number;
  /** Told after every exchange whether the server answered at all. */
  readonly onOutcome?: (outcome: 'reached' | 'missed') => void;
  /** How the tabs of this browser hear of each other. */
  readonly channel?: SessionChannel;
  /** The browser's own, unless a test says otherwise. */
  readonly locks?: Pick<LockManager, 'request'> | null;
}

const defaultTimeout = 15_000;
const authentication = '/api/authentication';

export function createHttpClient(settings: HttpClientSettings): HttpClient {
  const { address, timeoutMilliseconds = defaultTimeout, onOutcome } = settings;
  const refresh = createSessionRefresh(
    () => exchange('POST', `${authentication}/refresh`, {}),
    settings.channel ?? createSessionChannel(),
    settings.locks,
  );

  async function exchange<T>(method: string, path: string, options: CallOptions): Promise<Answer<T>> {
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    try {
      const response = await fetch(address + path + queryString(options.query), {
        method,
        credentials: 'include',
        headers: headersOf(options),
        signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
      return await readAnswer<T>(response);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof ProblemError || error instanceof UnreachableError) throw error;
      throw new UnreachableError(timeout.aborted ? 'timeout' : 'network', { cause: error });
    }
  }

  /** A refusal for want of a session means that nothing was done, so whatever it was may be sent again. */
  async function exchangeInSession<T>(
    method: string,
    path: string,
    options: CallOptions,
  ): Promise<Answer<T>> {
    const count = refresh.count();
    try {
      return await exchange<T>(method, path, options);
    } catch (error) {
      if (!wantsSession(error)) throw error;
      if (!(await unlessAborted(refresh.after(count), options.signal))) throw error;
      return exchange<T>(method, path, options);
    }
  }

  async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    try {
      const answer = await exchangeInSession<T>(method, path, options);
      onOutcome?.('reached');
      if (path === `${authentication}/log-out`) refresh.learn(false);
      // Login, registration and "who am I" answer with an account. That last one's "nobody" may be older than a login.
      else if (path.startsWith(authentication) && answer.body !== undefined) refresh.learn(true);
      return answer;
    } catch (error) {
      if (error instanceof ProblemError) onOutcome?.('reached');
      if (error instanceof UnreachableError) onOutcome?.('missed');
      throw error;
    }
  }

  return {
    get: (path, options) => call('GET', path, options),
    post: (path, options) => call('POST', path, options),
    patch: (path, options) => call('PATCH', path, options),
    delete: (path, options) => call('DELETE', path, options),
  };
}

function wantsSession(error: unknown): boolean {
  return error instanceof ProblemError && /:(?:not-logged-in|session-over)$/.test(error.type);
}

/** Lets a caller give up what others still wait for. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
    promise.then(resolve, reject);
  });
}

async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  if (isFromGateway(response)) throw new UnreachableError('gateway');
  if (!response.ok) throw await readProblem(response);
  const etag = response.headers.get('ETag');
  // 202: it is under way, as a mail is, and there is nothing to show of it yet.
  if (response.status === 202 || response.status === 204) {
    return { status: response.status, body: undefined as T, etag };
  }
  if (!hasType(response, 'application/json')) throw new UnreachableError('not-the-api');
  return { status: response.status, body: (await response.json()) as T, etag };
}

/** A proxy's answer for a server that did not answer it; the server itself would have sent a problem. */
function isFromGateway(response: Response): boolean {
  return [502, 503, 504].includes(response.status) && !hasType(response, 'application/problem+json');
}

function hasType(response: Response, type: string): boolean {
  return response.headers.get('Content-Type')?.startsWith(type) ?? false;
}

function headersOf({ body, ifMatch }: CallOptions): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(ifMatch ? { 'If-Match': ifMatch } : {}),
  };
}

function queryString(query: CallOptions['query'] = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) parameters.set(name, String(value));
  }
  return parameters.size === 0 ? '' : `?${parameters}`;
}
