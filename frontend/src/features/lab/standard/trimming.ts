/** Not by a pattern: one for the end tries again at each space of a long row inside a text that others wrote. */
export function trimmed(text: string, letters: string): string {
  let start = 0;
  while (start < text.length && letters.includes(text.charAt(start))) start += 1;
  return trimmedEnd(text.slice(start), letters);
}

export function trimmedEnd(text: string, letters: string): string {
  let end = text.length;
  while (end > 0 && letters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
