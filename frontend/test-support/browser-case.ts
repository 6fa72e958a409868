export type HeaderPair = readonly string[];

interface Described {
  readonly id: string;
  readonly title: string;
}

export interface ClassifyCase extends Described {
  readonly kind: 'browser-classify';
  readonly request: {
    readonly origin: string;
    readonly url: string;
    readonly mode: 'cors' | 'no-cors';
    readonly method?: string;
    readonly headers?: readonly HeaderPair[];
    readonly body?: 'string' | 'urlsearchparams' | 'arraybuffer' | 'blob-json' | 'stream';
  };
  readonly expect: {
    readonly outcome: string;
    readonly method?: string;
    readonly preflight?: boolean;
    readonly acrm?: string;
    readonly acrh?: string | null;
  };
}

interface Answer {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
}

interface Asker {
  readonly origin: string;
  readonly credentials: 'include' | 'omit';
}

export interface PreflightCase extends Described {
  readonly kind: 'browser-preflight';
  readonly request: Asker & { readonly method: string; readonly unsafeHeaders: readonly string[] };
  readonly response: Answer;
  readonly expect: { readonly ok: boolean; readonly step?: string; readonly maxAge?: number };
}

export interface ResponseCase extends Described {
  readonly kind: 'browser-response';
  readonly request: Asker;
  readonly response: Answer;
  readonly expect: {
    readonly readable: boolean;
    readonly step?: string;
    readonly status: number;
    readonly exposed: readonly string[];
  };
}

export interface CacheCase extends Described {
  readonly kind: 'browser-preflight-cache';
  readonly steps: readonly {
    readonly t: number;
    readonly method: string;
    readonly url?: string;
    readonly origin?: string;
    readonly credentials?: 'include' | 'omit';
    readonly unsafe?: readonly string[];
    readonly allowMethods?: readonly string[];
    readonly maxAge?: string | null;
    readonly actualOk?: boolean;
  }[];
  readonly expect: readonly { readonly preflight: boolean; readonly ok: boolean }[];
}

export interface RedirectCase extends Described {
  readonly kind: 'browser-redirect';
  readonly scenario: {
    readonly chain?: readonly string[];
    readonly acao?: readonly (string | null)[];
    readonly credentials?: 'omit';
    readonly preflightStatus?: number;
  };
  readonly expect: { readonly outcome: string; readonly originHeaderOnFinal?: string };
}

/** What a browser does across origins, as a fact to be checked. */
export type BrowserCase = ClassifyCase | PreflightCase | ResponseCase | CacheCase | RedirectCase;

export type CaseKind = BrowserCase['kind'];
export type CaseOf<K extends CaseKind> = Extract<BrowserCase, { kind: K }>;
