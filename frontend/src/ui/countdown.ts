/** A wait as a clock shows it: `0:42`, `12:00`, `1:00:00`. */
export function clockText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`;
}

/** A wait in words: `42 seconds`, `1 minute`, `12 minutes`; longer ones rounded up. */
export function waitText(seconds: number): string {
  if (seconds < 60) return count(seconds, 'second');
  return seconds < 3600 ? count(Math.ceil(seconds / 60), 'minute') : count(Math.ceil(seconds / 3600), 'hour');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/**
 * What is read out while a wait runs: often enough to know where it stands, and seldom enough to listen.
 *
 * @param seconds what is left
 */
export function spokenWait(seconds: number): string {
  if (seconds <= 0) return 'You can try again now.';
  if (seconds <= 10) return 'You can try again in 10 seconds or less.';
  if (seconds <= 60) return 'You can try again in a minute or less.';
  return `You can try again in ${waitText(seconds)}.`;
}
