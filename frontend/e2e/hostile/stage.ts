import { expect, type Cookie, type Page } from '@playwright/test';
import { exchangesFromNow, expectSeen, soon } from '../support/exchanges';
import { fetchFrom, json, openSilentPage, withCredentials } from '../support/fetching';
import type { HostileSite } from '../support/hostile-site';
import type { Deployment } from '../support/deployment';
import type { Person } from '../support/people';
import type { Server } from '../support/server';
import type { Attack, Target } from './attack';

/** Everything of someone's that an attack could change, as their own client reads it. */
interface State {
  readonly account: unknown;
  readonly posts: unknown;
  readonly sessions: unknown;
  readonly cookies: readonly Cookie[];
}

/** Someone who is logged in, in a tab of the client's. */
export interface Victim {
  readonly state: () => Promise<State>;
}

/** Logs someone in as the client does, so that the cookies are those that the browser stores for it. */
export async function victimIn(page: Page, { client, server }: Deployment, person: Person): Promise<Victim> {
  await openSilentPage(page, client.origin);
  const { email, password } = person;
  const logIn = { ...withCredentials, ...json('POST', { email, password }) };
  const loggedIn = await fetchFrom(page, `${server.origin}/api/authentication/log-in`, logIn);
  expect(loggedIn).toMatchObject({ status: 200 });

  const read = (path: string) => fetchFrom(page, `${server.origin}${path}`, withCredentials);
  return {
    state: async () => ({
      account: await read('/api/account'),
      posts: await read('/api/posts'),
      sessions: await read('/api/sessions'),
      cookies: await page.context().cookies(server.origin + '/api/authentication'),
    }),
  };
}

/** How an attack goes. */
export interface Course {
  /** Waits until the server has seen exactly this of it, by path and in any order. */
  readonly toBeSeenAs: (sent: ReturnType<Attack['sent']>) => Promise<void>;
  /** What the frames of its last page show, as HTML. */
  readonly framed: () => Promise<readonly string[]>;
  /** Waits until each attempt to read something has told home what it got, by the attempt's name. */
  readonly findings: () => Promise<ReadonlySet<string>>;
}

interface Assault {
  readonly attack: Attack;
  readonly target: Target;
  readonly hostile: HostileSite;
  readonly server: Server;
}

/** Opens the pages of an attack in the victim's browser, the first one in this tab. */
export async function open(page: Page, { attack, target, hostile, server }: Assault): Promise<Course> {
  const exchanges = await exchangesFromNow(server);
  const lootBefore = hostile.loot().length;
  const pages = attack.pages(target);
  let last = page;
  for (const [count, each] of pages.entries()) {
    if (count > 0) last = await page.context().newPage();
    // A page that sends itself away, as several ones of an attack do, may never be loaded.
    const waitUntil = pages.length > 1 ? 'commit' : 'load';
    await last.goto(target.from + hostile.serve(each), { waitUntil });
  }

  function seen(path: string): readonly string[] {
    return exchanges()
      .filter((exchange) => exchange.path === path)
      .map(({ method, requestedMethod, status }) =>
        requestedMethod === null ? `${method} ${status}` : `preflight for ${requestedMethod} ${status}`,
      )
      .sort();
  }

  const loot = () => hostile.loot().slice(lootBefore);
  return {
    toBeSeenAs: (sent) => {
      const expected = Object.entries(sent).map(([path, words]) => [path, [...words].sort()]);
      return expectSeen(server, () => Object.keys(sent).map((path) => [path, seen(path)]), expected);
    },
    framed: async () => {
      let contents: readonly string[] = [];
      // While a frame turns into what it was kept from, or is given up, it has no content to look at.
      await expect(async () => {
        const [, ...frames] = last.frames();
        contents = await Promise.all(frames.map((frame) => frame.content()));
      }).toPass();
      return contents;
    },
    findings: async () => {
      await expect
        .poll(() => [...new Set(loot().map(({ attempt }) => attempt))].sort(), {
          message: 'what was tried',
          ...soon,
        })
        .toEqual([...attack.attempts].sort());
      return new Set(loot().map(({ got }) => got));
    },
  };
}
