import type { Departure } from './engine';
import type { CredentialsMode, RequestMode } from './lab-request';

/** What each rule that decides looked at. The ids are stable: links, tests and translations hang on them. */
export interface CheckFacts {
  // Origin and site
  'tuple-origins': { readonly one: string; readonly other: string };
  'same-scheme': { readonly one: string; readonly other: string; readonly isForSites?: boolean };
  'same-host': { readonly one: string; readonly other: string };
  'same-port': { readonly one: string; readonly other: string };
  'same-registrable-domain': { readonly one: HostSite; readonly other: HostSite };

  // Making the request
  'url-usable': { readonly url: string };
  'method-valid': { readonly method: string };
  'method-not-forbidden': { readonly method: string };
  'header-valid': { readonly name: string; readonly value: string };
  'body-allowed': { readonly method: string };
  'no-cors-method': { readonly method: string };
  'no-cors-redirect': { readonly redirect: string };
  'mode-reaches-target': { readonly origin: string; readonly target: string };

  // Does it need a preflight
  'safelisted-method': { readonly method: string };
  'safelisted-header-name': { readonly name: string };
  'safelisted-value-length': { readonly name: string; readonly length: number };
  'safelisted-value-bytes': { readonly name: string; readonly byte: string | null };
  'safelisted-content-type': { readonly value: string };
  'safelisted-range': { readonly value: string };
  'safelisted-total-length': { readonly length: number };
  'body-known-length': { readonly stream: boolean };
  'method-cached': { readonly method: string };
  'header-cached': { readonly name: string };

  // The CORS check
  'allow-origin-present': { readonly origin: string } & CorsChecked;
  'allow-origin-not-wildcard': { readonly origin: string } & CorsChecked;
  'allow-origin-matches': { readonly origin: string; readonly value: string } & CorsChecked;
  'allow-credentials-true': { readonly value: string | null } & CorsChecked;

  // The preflight's answer
  'preflight-not-redirected': { readonly status: number };
  'preflight-ok-status': { readonly status: number };
  'allow-methods-valid': { readonly value: string | null };
  'allow-headers-valid': { readonly value: string | null };
  'method-allowed': { readonly method: string; readonly value: string | null; readonly credentials: boolean };
  'non-wildcard-header-allowed': { readonly name: string; readonly value: string | null };
  'header-allowed': { readonly name: string; readonly value: string | null; readonly credentials: boolean };

  // Redirects
  'redirect-mode': { readonly status: number };
  'redirect-location': { readonly location: string };
  'redirect-http': { readonly url: string };
  'redirect-count': { readonly count: number };
  'redirect-no-userinfo': { readonly url: string };
  'redirect-repeatable-body': { readonly status: number };

  // What the page reads
  /** The status is told of a form's answer, which the person sees. */
  'response-not-opaque': { readonly mode: RequestMode | 'navigate'; readonly status?: number };

  // Cookies
  'credentials-included': {
    readonly credentials: CredentialsMode;
    readonly origin: string;
    readonly target: string;
  };
  'cookie-none-secure': { readonly name: string };
  'cookie-partitioned-secure': { readonly name: string };
  'cookie-host': { readonly name: string; readonly host: string; readonly target: string };
  'cookie-path': { readonly name: string; readonly path: string; readonly target: string };
  'cookie-secure': { readonly name: string; readonly target: string };
  'cookie-same-site': {
    readonly name: string;
    readonly sameSite: 'Strict' | 'Lax';
    readonly context: string;
    readonly navigation: string | null;
  };
  'cookie-third-party': { readonly name: string; readonly tab: string; readonly target: string };
  'cookie-partition': { readonly name: string; readonly stored: string; readonly now: string };
}

/** What happens on the way and decides nothing. */
export interface NoteFacts {
  'engine-departs': { readonly engine: string; readonly departure: Departure; readonly name: string };
  'method-normalized': { readonly from: string; readonly to: string };
  'header-dropped': { readonly name: string; readonly mode: RequestMode };
  'request-target': { readonly origin: string; readonly target: string; readonly sameOrigin: boolean };
  'preflight-max-age': { readonly seconds: number; readonly value: string | null };
  'redirect-followed': { readonly status: number; readonly to: string };
  'redirect-method-changed': { readonly status: number; readonly from: string; readonly to: string };
  'redirect-authorization-dropped': { readonly to: string };
  'redirect-origin-null': { readonly origin: string; readonly via: string; readonly to: string };
  'expose-headers-invalid': { readonly value: string };
  'expose-wildcard-literal': { readonly value: string };
  'header-hidden': { readonly name: string };
}

export type CheckRule = keyof CheckFacts;
export type NoteRule = keyof NoteFacts;
export type RuleId = CheckRule | NoteRule;

/** Which answer the CORS check looked at. */
export interface CorsChecked {
  /** Of a preflight's answer, which no page ever reads: what fails here keeps the request from being sent. */
  readonly isPreflight?: boolean;
}

/** A host and the part of it that somebody registered, or null where that is not a question (an address, a suffix). */
export interface HostSite {
  readonly host: string;
  readonly registrableDomain: string | null;
}
