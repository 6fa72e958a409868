import type { Header } from '../standard/lab-request';

/** Stands for a value that is not taken along; ASCII, so that a header with it can still be sent. */
export const leftOut = 'left-out';

/** Headers whose values let nobody act in a person's name, in lower case; the last are the Lab's own. */
const harmless: ReadonlySet<string> = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'access-control-request-headers',
  'access-control-request-method',
  'cache-control',
  'content-language',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'last-event-id',
  'origin',
  'pragma',
  'prefer',
  'range',
  'save-data',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
  'x-requested-with',
  'x-lab',
  'x-lab-example',
]);

/** Values that nobody keeps to themselves, whatever the header. */
const openValues: ReadonlySet<string> = new Set(['', 'example', leftOut]);

/**
 * Whether the value of a header may be a secret. Every API names its keys in its own way, so this knows the headers that
 * hold none and takes every other one for a secret.
 */
export function isSecret({ name, value }: Header): boolean {
  return !harmless.has(name.toLowerCase()) && !openValues.has(value);
}

export function withoutSecrets(headers: readonly Header[]): readonly Header[] {
  return headers.map((header) => (isSecret(header) ? { ...header, value: leftOut } : header));
}

const secretWord =
  /auth(?!or(?!i))|bearer|cookie|credential|token|secret|passw|passphrase|pwd|session|jwt|csrf|xsrf|signature|hmac|api[-_.]?key/i;

/** Whether a text names a secret, such as the body `{"password":"…"}`. */
export function namesSecret(text: string): boolean {
  return secretWord.test(text);
}

/** Short words, which the names of harmless parameters hold too: `sort-keys`, `pinned`, `country_code`. */
const secretParameter = /key$|^(?:code|otp|pass|pin|sas|sid|sig)$|[-_.](?:otp|pin|sid|sig)$/i;

/**
 * An address without the values of those parameters of its query whose names are a secret's, such as `access_token`; and
 * without its fragment, which is never sent.
 */
export function addressWithoutSecrets(address: string): string {
  const [sent = ''] = address.split('#');
  return sent.replace(/([?&;])([^=&;]*)=([^&;]+)/g, (pair, before: string, name: string) =>
    isSecretParameter(name) ? `${before}${name}=${leftOut}` : pair,
  );
}

function isSecretParameter(encoded: string): boolean {
  const [name = ''] = new URLSearchParams(`${encoded}=`).keys();
  return namesSecret(name) || secretParameter.test(name);
}
