import type { Header } from './lab-request';
import { trimmed } from './trimming';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** {@link https://www.rfc-editor.org/rfc/rfc9110#name-tokens | RFC 9110, Tokens}: what names and methods are made of. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/** {@link https://fetch.spec.whatwg.org/#concept-header-value-normalize | Fetch, normalize a header value} */
export function normalizeValue(value: string): string {
  return trimmed(value, '\t\n\r ');
}

/**
 * {@link https://fetch.spec.whatwg.org/#concept-header-list-get | Fetch, get}: the values of all lines of this name,
 * joined by comma and space.
 *
 * @returns null if there is no such line
 */
export function headerValue(headers: readonly Header[], name: string): string | null {
  const values = headers.filter((header) => header.name.toLowerCase() === name);
  return values.length === 0 ? null : values.map(({ value }) => normalizeValue(value)).join(', ');
}

/**
 * {@link https://fetch.spec.whatwg.org/#extract-header-list-values | Fetch, extract header list values}, for the
 * headers whose values are lists of tokens. Empty elements are tolerated (RFC 9110 §5.6.1.2).
 *
 * @returns null if there is no such line, `failure` if an element of any line is not a token
 */
export function tokenList(headers: readonly Header[], name: string): readonly string[] | null | 'failure' {
  const value = headerValue(headers, name);
  if (value === null) return null;
  const elements = value
    .split(',')
    .map((element) => trimmed(element, '\t '))
    .filter((element) => element !== '');
  return elements.every(isToken) ? elements : 'failure';
}
