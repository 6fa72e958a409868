import { check, untilFailure, verdictOf, type Step, type Verdict } from './trace';

/**
 * {@link https://html.spec.whatwg.org/multipage/browsers.html#concept-origin | HTML, Origin}. An opaque origin is equal
 * to none but itself, and two that arrive here as text are never known to be the same.
 */
export type Origin =
  | { readonly kind: 'opaque' }
  | { readonly kind: 'tuple'; readonly scheme: string; readonly host: string; readonly port: string };

const defaultPorts: Readonly<Record<string, string>> = {
  http: '80',
  https: '443',
  ws: '80',
  wss: '443',
  ftp: '21',
};

/**
 * {@link https://url.spec.whatwg.org/#concept-url-origin | URL, Origin}. Addresses whose scheme the standard gives no
 * origin (`data:`, `file:`, an app's own) are opaque.
 *
 * @param text an absolute URL, a serialised origin, or `null`
 * @returns null if the text is none of them
 */
export function originOf(text: string): Origin | null {
  if (text === 'null') return { kind: 'opaque' };
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const scheme = url.protocol.slice(0, -1);
  if (scheme === 'blob') {
    const inner = originOf(url.pathname);
    return inner?.kind === 'tuple' && /^https?$/.test(inner.scheme) ? inner : { kind: 'opaque' };
  }
  const defaultPort = defaultPorts[scheme];
  if (defaultPort === undefined) return { kind: 'opaque' };
  return { kind: 'tuple', scheme, host: url.hostname, port: url.port === '' ? defaultPort : url.port };
}

/** {@link https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin | HTML, serialization} */
export function serializeOrigin(origin: Origin): string {
  if (origin.kind === 'opaque') return 'null';
  const isDefault = defaultPorts[origin.scheme] === origin.port;
  return `${origin.scheme}://${origin.host}${isDefault ? '' : `:${origin.port}`}`;
}

/**
 * {@link https://html.spec.whatwg.org/multipage/browsers.html#same-origin | HTML, same origin}: scheme, host and port,
 * each by itself.
 */
export function compareOrigins(one: Origin, other: Origin): Verdict {
  return verdictOf(untilFailure(sameOriginSteps(one, other)));
}

function* sameOriginSteps(one: Origin, other: Origin): Iterable<Step> {
  const areTuples = one.kind === 'tuple' && other.kind === 'tuple';
  yield check('tuple-origins', areTuples, { one: serializeOrigin(one), other: serializeOrigin(other) });
  if (!areTuples) return;
  yield check('same-scheme', one.scheme === other.scheme, { one: one.scheme, other: other.scheme });
  yield check('same-host', one.host === other.host, { one: one.host, other: other.host });
  yield check('same-port', one.port === other.port, { one: one.port, other: other.port });
}

/** Whether two URLs or serialised origins are same origin. */
export function isSameOrigin(one: string, other: string): boolean {
  const [a, b] = [originOf(one), originOf(other)];
  return a !== null && b !== null && compareOrigins(a, b).holds;
}

/** The origin of a URL as the Origin header carries it. */
export function serializedOriginOf(url: string): string {
  return serializeOrigin(originOf(url) ?? { kind: 'opaque' });
}
