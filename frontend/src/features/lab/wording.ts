/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `the header a`, `the headers a and b` */
export function theHeaders(names: readonly string[]): string {
  return `the ${names.length === 1 ? 'header' : 'headers'} ${listed(names)}`;
}

/** A page's origin as it is spoken of. */
export function originWords(origin: string): string {
  return origin === 'null' ? 'a page without an origin, “null”,' : origin;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
