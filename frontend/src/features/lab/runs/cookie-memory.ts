import type { StoredCookie } from '../standard/cookies';
import { longestCall } from './setup';

interface Kept {
  /** Null if it is not known what was kept. */
  readonly cookie: StoredCookie | null;
  /** Not before the one, and not after the other, in milliseconds, is it gone. */
  readonly from: number;
  readonly until: number;
}

/** As the server sets them. */
const lifetime = 60_000;
/** Browsers count in whole seconds, so a cookie may go a little sooner or later; in milliseconds. */
const rounding = 2_000;
/** So many names are few enough that the cookies of runs never crowd others out: browsers keep some 150 of a site. */
const count = 64;

/** What the cookies of this page's earlier runs are, and which name the next one may have. */
export class CookieMemory {
  private readonly kept = new Map<string, readonly Kept[]>();
  private turn = 0;

  /**
   * A name whose cookie no run has used lately: one for each second, so that other tabs, and this one after a reload,
   * use others. In a hurry one comes again whose cookies are certain to last.
   *
   * @param now in milliseconds
   */
  nextName(now: number): string {
    for (let tries = 0; tries < count; tries += 1) {
      this.turn = Math.max(this.turn + 1, Math.floor(now / 1_000));
      if (this.of(this.name(), now).length === 0) return this.name();
    }
    for (let tries = 0; tries < count; tries += 1) {
      this.turn += 1;
      if (this.of(this.name(), now).every(({ from }) => from > now + longestCall)) break;
    }
    return this.name();
  }

  private name(): string {
    return `lab-${this.turn % count}`;
  }

  private of(name: string, now: number): readonly Kept[] {
    return (this.kept.get(name) ?? []).filter(({ until }) => until > now);
  }

  recall(name: string, now: number): readonly StoredCookie[] {
    return this.of(name, now).flatMap(({ cookie }) => cookie ?? []);
  }

  /** @param began when the run did that left the browser with these cookies */
  remember(name: string, cookies: readonly StoredCookie[], began: number, now: number): void {
    const before = this.of(name, began);
    this.kept.set(
      name,
      cookies.map(
        (cookie) =>
          before.find((each) => each.cookie === cookie) ?? {
            cookie,
            from: began + lifetime - rounding,
            until: now + lifetime + rounding,
          },
      ),
    );
  }

  /** A run of this name failed, or was no more than a question: who knows what it left behind. */
  avoid(name: string, now: number): void {
    this.kept.set(name, [
      ...this.of(name, now),
      { cookie: null, from: now, until: now + lifetime + rounding },
    ]);
  }
}
