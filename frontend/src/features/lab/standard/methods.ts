const normalized = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);

/**
 * {@link https://fetch.spec.whatwg.org/#concept-method-normalize | Fetch, normalize a method}: these six are put into
 * upper case and no other, so that `patch` stays lower case and a server that allows `PATCH` does not allow it.
 */
export function normalizeMethod(method: string): string {
  const upper = method.toUpperCase();
  return normalized.has(upper) ? upper : method;
}

/** {@link https://fetch.spec.whatwg.org/#forbidden-method | Fetch, forbidden method} */
export function isForbiddenMethod(method: string): boolean {
  return /^(?:CONNECT|TRACE|TRACK)$/i.test(method);
}

/** {@link https://fetch.spec.whatwg.org/#cors-safelisted-method | Fetch, CORS-safelisted method} */
export function isSafelistedMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST';
}
