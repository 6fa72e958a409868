import { corsCheck, type Asker } from './cors-check';
import { headerValue, tokenList } from './header-list';
import type { Header, LabResponse, RequestMode } from './lab-request';
import { check, note, type Step, type Trace } from './trace';

/** {@link https://fetch.spec.whatwg.org/#concept-request-response-tainting | Fetch, response tainting} */
export type Tainting = 'basic' | 'cors' | 'opaque';

/** What a page's JavaScript gets: status 0 and no header where it is kept from reading. */
export interface ReadableResponse {
  readonly readable: boolean;
  readonly status: number;
  /** Lower case, each once, sorted. */
  readonly headers: readonly string[];
  readonly trace: Trace;
}

const safelisted = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/**
 * The CORS check, and then the filter that its result earns:
 * {@link https://fetch.spec.whatwg.org/#concept-filtered-response-basic | basic},
 * {@link https://fetch.spec.whatwg.org/#concept-filtered-response-cors | CORS} or
 * {@link https://fetch.spec.whatwg.org/#concept-filtered-response-opaque | opaque}.
 */
export function readResponse(
  asker: Asker & { readonly mode: RequestMode; readonly tainting: Tainting },
  response: LabResponse,
): ReadableResponse {
  const opacity = check('response-not-opaque', asker.tainting !== 'opaque', { mode: asker.mode });
  if (asker.tainting === 'opaque') return kept([opacity]);
  const names = namesOf(response.headers);
  if (asker.tainting === 'basic')
    return { readable: true, status: response.status, headers: names, trace: [opacity] };

  const { holds, trace: checked } = corsCheck(asker, response.headers);
  const trace = [opacity, ...checked];
  if (!holds) return kept(trace);
  const exposed = new Set([...safelisted, ...exposedNames(asker, response.headers, names)]);
  const hidden = names.filter((name) => !exposed.has(name));
  return {
    readable: true,
    status: response.status,
    headers: names.filter((name) => exposed.has(name)),
    trace: [
      ...trace,
      ...exposeSteps(asker, response.headers),
      ...hidden.map((name) => note('header-hidden', { name })),
    ],
  };
}

function kept(trace: Trace): ReadableResponse {
  return { readable: false, status: 0, headers: [], trace };
}

/** Forbidden response-header names are in no filtered response. */
function namesOf(headers: readonly Header[]): readonly string[] {
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  names.delete('set-cookie');
  names.delete('set-cookie2');
  return [...names].sort();
}

/** {@link https://fetch.spec.whatwg.org/#cors-exposed-header-name-list | CORS-exposed header-name list} */
function exposedNames(asker: Asker, headers: readonly Header[], all: readonly string[]): readonly string[] {
  const list = tokenList(headers, 'access-control-expose-headers');
  if (list === null || list === 'failure') return [];
  if (asker.credentials !== 'include' && list.includes('*')) return all;
  return list.map((name) => name.toLowerCase());
}

function exposeSteps(asker: Asker, headers: readonly Header[]): readonly Step[] {
  const value = headerValue(headers, 'access-control-expose-headers');
  if (value === null) return [];
  const list = tokenList(headers, 'access-control-expose-headers');
  if (list === 'failure') return [note('expose-headers-invalid', { value })];
  const isLiteral = asker.credentials === 'include' && list?.includes('*') === true;
  return isLiteral ? [note('expose-wildcard-literal', { value })] : [];
}
