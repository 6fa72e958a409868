import { headerValue } from './header-list';
import type { CredentialsMode, Header } from './lab-request';
import type { CorsChecked } from './rules';
import { check, untilFailure, verdictOf, type Step, type Verdict } from './trace';

/** Who asks: the Origin header as sent, and the credentials mode, which counts also where no cookie exists. */
export interface Asker {
  readonly origin: string;
  readonly credentials: CredentialsMode;
}

/**
 * {@link https://fetch.spec.whatwg.org/#concept-cors-check | Fetch, CORS check}, of a preflight's answer, of each
 * redirect and of the response, step by step. Everything is compared byte for byte.
 */
export function corsCheck(asker: Asker, headers: readonly Header[], checked: CorsChecked = {}): Verdict {
  return verdictOf(untilFailure(corsCheckSteps(asker, headers, checked)));
}

function* corsCheckSteps(
  { origin, credentials }: Asker,
  headers: readonly Header[],
  checked: CorsChecked,
): Iterable<Step> {
  const value = headerValue(headers, 'access-control-allow-origin');
  yield check('allow-origin-present', value !== null, { ...checked, origin });
  if (value === null) return;

  const needsCredentials = credentials === 'include';
  yield check('allow-origin-not-wildcard', value !== '*' || !needsCredentials, { ...checked, origin });
  yield check('allow-origin-matches', value === origin || value === '*', { ...checked, origin, value });
  if (!needsCredentials) return;

  const allowed = headerValue(headers, 'access-control-allow-credentials');
  yield check('allow-credentials-true', allowed === 'true', { ...checked, value: allowed });
}
