import { headerValue, tokenList } from '../standard/header-list';
import { isSameOrigin } from '../standard/origin';
import { diagnosisTexts } from './diagnosis-texts';
import type { Evidence } from './evidence';

/**
 * An answer that names the page's origin may have copied it from the request: it is allowed, and it may be allowed to
 * everybody ({@link https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches | Fetch, CORS protocol and HTTP caches}).
 *
 * @returns what to look at, though the page may read the answer; null where there is nothing
 */
export function originCaution({ call, recorded, allowsStrangers }: Evidence): string | null {
  if (allowsStrangers) return diagnosisTexts.strangers;
  const last = recorded.findLast(({ kind }) => kind === 'request');
  if (last === undefined || isSameOrigin(call.origin, last.url)) return null;
  const { headers } = last.answer;
  if (headerValue(headers, 'access-control-allow-origin') !== call.origin) return null;
  const vary = tokenList(headers, 'vary');
  const varies = vary !== 'failure' && vary?.some((name) => name === '*' || name.toLowerCase() === 'origin');
  if (varies === true) return null;
  return headerValue(headers, 'access-control-allow-credentials') === 'true'
    ? `${diagnosisTexts.noVary} ${diagnosisTexts.anyOriginWithCredentials}`
    : diagnosisTexts.noVary;
}
