import type { Deployment } from '../support/deployment';
import type { HostileSite } from '../support/hostile-site';
import { expect, test } from '../support/test';
import type { Target } from './attack';
import { forgeries } from './forgeries';
import { open, victimIn } from './stage';
import { takeovers } from './takeovers';
import { thefts } from './thefts';

interface Place {
  readonly name: string;
  readonly from: (hostile: HostileSite) => string;
  readonly deployment: (all: Record<'home' | 'crossSite', Deployment>) => Deployment;
  readonly tags: readonly string[];
  readonly cookies: Pick<Target, 'cookiesTravel' | 'cookiesTravelFromSandbox'>;
}

const places: readonly Place[] = [
  {
    name: 'another port of the server’s host',
    from: ({ sameSite }) => sameSite,
    deployment: ({ home }) => home,
    tags: [],
    cookies: { cookiesTravel: true, cookiesTravelFromSandbox: false },
  },
  {
    name: 'another site',
    from: ({ otherSite }) => otherSite,
    deployment: ({ home }) => home,
    tags: [],
    cookies: { cookiesTravel: false, cookiesTravelFromSandbox: false },
  },
  {
    name: 'the client’s site, which is not the server’s,',
    from: ({ otherSite }) => otherSite,
    deployment: ({ crossSite }) => crossSite,
    tags: ['@secure-cookie'],
    cookies: { cookiesTravel: true, cookiesTravelFromSandbox: true },
  },
];

test.beforeEach(({ messages }) => {
  // The console of somebody else's page is full of what it was refused.
  messages.allow(/[^]*/);
});

// The soak tier tries every attack from every place. `verify` has the twin of each that it leaves out: from the first place.
for (const place of places) {
  for (const attack of [...forgeries, ...takeovers, ...thefts]) {
    const tier = place === places[0] || attack.fromEverywhere ? [] : ['@soak'];
    test(
      `a page on ${place.name} cannot ${attack.name}`,
      { tag: [...place.tags, ...tier] },
      async ({ page, context, home, crossSite, hostile, attackerAt, victimAt }) => {
        const deployment = place.deployment({ home, crossSite });
        const { server } = deployment;
        const person = await victimAt(server);
        const victim = await victimIn(page, deployment, person);
        const before = await victim.state();
        const target = {
          api: server.origin,
          victim: person,
          postId: person.postId,
          attacker: await attackerAt(server),
          from: place.from(hostile),
          ...place.cookies,
        };

        const course = await open(await context.newPage(), { attack, target, hostile, server });

        await course.toBeSeenAs(attack.sent(target));
        const nothing = attack.attempts.length === 0 ? [] : ['nothing'];
        expect([...(await course.findings())], 'what was read').toEqual(nothing);
        // Nobody can be made to click on what is laid over a page that is in no frame.
        for (const html of await course.framed()) expect(html).not.toMatch(/Preflight|preflight|<pre>\{/);
        expect(await victim.state()).toEqual(before);
      },
    );
  }
}
