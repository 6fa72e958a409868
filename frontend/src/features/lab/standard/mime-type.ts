import { isToken, normalizeValue } from './header-list';

/**
 * {@link https://mimesniff.spec.whatwg.org/#parse-a-mime-type | MIME Sniffing, parse a MIME type}, as far as the
 * {@link https://mimesniff.spec.whatwg.org/#mime-type-essence | essence}. What follows the first semicolon can't make
 * the type another: `text/plain; application/json` is `text/plain`.
 *
 * @returns null if it does not parse
 */
export function mimeTypeEssence(value: string): string | null {
  const [essence = ''] = value.split(';', 1);
  const [type = '', subtype = '', more] = normalizeValue(essence).split('/');
  if (more !== undefined || !isToken(type) || !isToken(subtype)) return null;
  return `${type}/${subtype}`.toLowerCase();
}
