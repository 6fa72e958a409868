import type { Header } from '../standard/lab-request';

/** Stands for a value that is not taken along; ASCII, so that a header with it can still be sent. */
export const leftOut = 'left-out';

/** Whether a header may hold what lets somebody act in a person's name. */
export function isSecret(name: string): boolean {
  return /authori[sz]ation|cookie|credential|token|secret|passw|session|api-?key/i.test(name);
}

export function withoutSecrets(headers: readonly Header[]): readonly Header[] {
  return headers.map(({ name, value }) => ({ name, value: isSecret(name) ? leftOut : value }));
}
