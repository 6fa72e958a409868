const number = new Intl.NumberFormat('en');

/** How many characters are left, once a fifth or less of them is; before that nobody needs to know. */
export function remainingText(length: number, limit: number): string | null {
  if (length < limit * 0.8) return null;
  if (length > limit) return `${number.format(length - limit)} too many of ${number.format(limit)}`;
  return `${number.format(limit - length)} of ${number.format(limit)} characters left`;
}
