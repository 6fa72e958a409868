import { shellWord } from '../exports/quoting';
import { addressWithoutSecrets, leftOut, namesSecret, withoutSecrets } from '../exports/secrets';
import type { LabRequest } from '../standard/lab-request';

const longestBody = 200;

/**
 * The same examination at a terminal, in one line; what could be a password is left for the person to fill in.
 *
 * @param body the text that is sent; null for none
 */
export function commandLineOf(call: LabRequest, body: string | null): string {
  const { url, origin, method, headers, credentials } = call;
  const parts = [
    'java -jar backend/target/preflight.jar doctor',
    shellWord(addressWithoutSecrets(url)),
    `--origin ${shellWord(origin)}`,
  ];
  if (method !== 'GET') parts.push(`--method ${shellWord(method)}`);
  for (const { name, value } of withoutSecrets(headers)) {
    parts.push(`--header ${shellWord(`${name}: ${value}`)}`);
  }
  if (credentials !== 'same-origin') parts.push(`--credentials ${credentials}`);
  if (body !== null) {
    parts.push(`--body ${shellWord(body.length > longestBody || namesSecret(body) ? leftOut : body)}`);
  }
  return parts.join(' ');
}
