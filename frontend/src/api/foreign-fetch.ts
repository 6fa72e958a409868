/** A call of somebody else's server, as a page makes it. */
export interface ForeignCall {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly credentials: 'omit' | 'same-origin' | 'include';
  readonly body: string | null;
}

/** What JavaScript of this page got to know of the answer; its body is let go. */
export type ForeignOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Those that the page may read, names in lower case. */
      readonly headers: readonly { readonly name: string; readonly value: string }[];
      /** Where the answer came from in the end, if redirects were followed. */
      readonly redirectedTo: string | null;
      readonly millis: number;
    }
  /** `fetch` said no more than TypeError. */
  | { readonly kind: 'rejected'; readonly message: string }
  | { readonly kind: 'timeout' };

/** Whether anything answers at an address, which a page may learn without the server's leave. */
export type ProbeOutcome = 'answered' | 'rejected' | 'timeout';

interface Waiting {
  readonly signal: AbortSignal;
  readonly timeoutMilliseconds: number;
}

/**
 * Calls any server from this page's own origin: the browser decides, as it does for every page.
 *
 * @returns what came of it; rejects only with the signal's reason
 */
export async function callForeignServer(call: ForeignCall, waiting: Waiting): Promise<ForeignOutcome> {
  const start = performance.now();
  try {
    const response = await within(waiting, (signal) =>
      fetch(call.url, {
        method: call.method,
        headers: call.headers.map(({ name, value }): [string, string] => [name, value]),
        credentials: call.credentials,
        body: call.body,
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal,
      }),
    );
    void response.body?.cancel();
    return {
      kind: 'answered',
      status: response.status,
      headers: [...response.headers].map(([name, value]) => ({ name: name.toLowerCase(), value })),
      redirectedTo: response.redirected ? response.url : null,
      millis: Math.round(performance.now() - start),
    };
  } catch (error) {
    waiting.signal.throwIfAborted();
    if (isTimeout(error)) return { kind: 'timeout' };
    return { kind: 'rejected', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Sends a GET without credentials in mode `no-cors`: its answer stays closed, but that there is one does not. */
export async function probeForeignServer(url: string, waiting: Waiting): Promise<ProbeOutcome> {
  try {
    const response = await within(waiting, (signal) =>
      fetch(url, {
        mode: 'no-cors',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal,
      }),
    );
    void response.body?.cancel();
    return 'answered';
  } catch (error) {
    waiting.signal.throwIfAborted();
    return isTimeout(error) ? 'timeout' : 'rejected';
  }
}

function within<T>(
  { signal, timeoutMilliseconds }: Waiting,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return send(AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]));
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
