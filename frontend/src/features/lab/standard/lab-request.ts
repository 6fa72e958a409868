/** A header as sent; several of one name are several lines. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

export type RequestMode = 'cors' | 'no-cors' | 'same-origin';
export type CredentialsMode = 'omit' | 'same-origin' | 'include';
export type RedirectMode = 'follow' | 'error' | 'manual';

/** What is passed to `fetch` as body, as far as it decides the Content-Type, or whether the body can be sent again. */
export type Body =
  | { readonly kind: 'none' | 'string' | 'urlsearchparams' | 'formdata' | 'arraybuffer' | 'stream' }
  | { readonly kind: 'blob'; readonly type: string };

/** A call of `fetch`, by a page of `origin` (`null` for an opaque one, such as a sandboxed frame's). */
export interface LabRequest {
  readonly origin: string;
  readonly url: string;
  readonly method: string;
  readonly mode: RequestMode;
  readonly credentials: CredentialsMode;
  readonly redirect: RedirectMode;
  readonly headers: readonly Header[];
  readonly body: Body;
}

/** A server's answer, as it travels. */
export interface LabResponse {
  readonly status: number;
  readonly headers: readonly Header[];
}

/** What the preflight asks: `Access-Control-Request-Method` and, if any, `Access-Control-Request-Headers`. */
export interface PreflightQuestion {
  readonly method: string;
  readonly headers: string | null;
}

/** A request that leaves the browser, as the server sees it. */
export interface SentRequest {
  readonly kind: 'preflight' | 'request';
  readonly url: string;
  readonly method: string;
  /** The Origin header, or null where there is none. */
  readonly origin: string | null;
  readonly asks: PreflightQuestion | null;
}
