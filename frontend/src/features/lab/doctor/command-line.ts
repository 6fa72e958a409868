import type { LabRequest } from '../standard/lab-request';

/** The same examination at a terminal, in one line; what could be a password is left for the person to fill in. */
export function commandLineOf(
  { url, origin, method, headers, credentials }: LabRequest,
  hasBody: boolean,
): string {
  const parts = ['java -jar preflight.jar doctor', quoted(url), `--origin ${quoted(origin)}`];
  if (method !== 'GET') parts.push(`--method ${quoted(method)}`);
  for (const { name, value } of headers) {
    parts.push(`--header ${quoted(`${name}: ${isSecret(name) ? '…' : value}`)}`);
  }
  if (credentials !== 'same-origin') parts.push(`--credentials ${credentials}`);
  if (hasBody) parts.push('--body');
  return parts.join(' ');
}

function isSecret(name: string): boolean {
  return /authori[sz]ation|cookie|credential|token|secret|passw|session|api-?key/i.test(name);
}

/** For a POSIX shell: nothing within single quotes means anything. */
function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
