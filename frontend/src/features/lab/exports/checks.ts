/** Reads a value that anybody may have written; null where it is not exactly what it should be. */
export type Reader<T> = (value: unknown) => T | null;

export function oneOf<T extends string>(...names: readonly T[]): Reader<T> {
  return (value) => names.find((name) => name === value) ?? null;
}

/** Half of a character from beyond the Basic Multilingual Plane is no text: nothing could send or show it. */
export function text(pattern: RegExp, longest: number): Reader<string> {
  return (value) =>
    typeof value === 'string' && value.length <= longest && value.isWellFormed() && pattern.test(value)
      ? value
      : null;
}

export function integer(least: number, most: number): Reader<number> {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : null);

/** A list of these, of so many. */
export function listOf<T>(least: number, most: number, read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return null;
    const all = value.map(read);
    return all.includes(null) ? null : (all as readonly T[]);
  };
}
