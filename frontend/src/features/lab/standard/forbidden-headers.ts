import { isForbiddenMethod } from './methods';

const forbiddenNames = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

const methodOverrides = new Set(['x-http-method', 'x-http-method-override', 'x-method-override']);

/**
 * {@link https://fetch.spec.whatwg.org/#forbidden-request-header | Fetch, forbidden request-header}: the browser alone
 * sets these, and ignores a page that tries.
 */
export function isForbiddenHeader(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (forbiddenNames.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  return methodOverrides.has(lower) && value.split(',').some((method) => isForbiddenMethod(method.trim()));
}
