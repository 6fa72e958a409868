import type { LabRequest } from '../standard/lab-request';

const longestBody = 200;

/**
 * The same examination at a terminal, in one line; what could be a password is left for the person to fill in.
 *
 * @param body the text that is sent; null for none
 */
export function commandLineOf(call: LabRequest, body: string | null): string {
  const { url, origin, method, headers, credentials } = call;
  const parts = ['java -jar preflight.jar doctor', quoted(url), `--origin ${quoted(origin)}`];
  if (method !== 'GET') parts.push(`--method ${quoted(method)}`);
  for (const { name, value } of headers) {
    parts.push(`--header ${quoted(`${name}: ${isSecret(name) ? '…' : value}`)}`);
  }
  if (credentials !== 'same-origin') parts.push(`--credentials ${credentials}`);
  if (body !== null) {
    parts.push(`--body ${quoted(body.length > longestBody || isSecret(body) ? '…' : body)}`);
  }
  return parts.join(' ');
}

function isSecret(text: string): boolean {
  return /authori[sz]ation|cookie|credential|token|secret|passw|session|api-?key/i.test(text);
}

/** For a POSIX shell: nothing within single quotes means anything. */
function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
