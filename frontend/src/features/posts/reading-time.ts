// Common estimates for prose in English lie between 200 and 250.
const wordsPerMinute = 220;

/** @returns whole minutes, one at least */
export function readingMinutes(content: string): number {
  const words = content.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return Math.max(1, Math.round(words / wordsPerMinute));
}
