const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago something was, in words; what the other machine's clock puts into the future is now. */
export function agoText(instant: Date, now: Date): string {
  const seconds = (now.getTime() - instant.getTime()) / 1_000;
  const unit = units.find(([, length]) => seconds >= length);
  return unit === undefined ? 'just now' : format.format(-Math.floor(seconds / unit[1]), unit[0]);
}
