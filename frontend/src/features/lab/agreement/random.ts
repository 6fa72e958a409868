/** A source of numbers that looks random and is the same for the same seed, so that a failure can be had again. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** @returns from 0 up to, and without, 1 */
  next(): number {
    // Mulberry32, by Tommy Ettinger, in the public domain.
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param probability from 0 to 1 */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.next() * choices.length)] ?? choices[0];
  }

  /** The usual one most of the time, so that what comes after it is reached, too. */
  mostly<T>(usual: T, others: readonly [T, ...T[]], probability = 0.6): T {
    return this.chance(probability) ? usual : this.pick(others);
  }
}
