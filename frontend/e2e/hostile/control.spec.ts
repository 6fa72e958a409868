import type { Page, PlaywrightWorkerArgs } from '@playwright/test';
import type { Deployment } from '../support/deployment';
import type { HostileSite } from '../support/hostile-site';
import { newAttacker, newPerson } from '../support/people';
import { expect, test } from '../support/test';
import type { Attack, Target } from './attack';
import { forgeries } from './forgeries';
import { open, victimIn } from './stage';
import { takeovers } from './takeovers';
import { thefts } from './thefts';

// The negative controls of the hostile pages: where they may, the very same ones get through, and it is noticed.

const cookies = { cookiesTravel: true, cookiesTravelFromSandbox: false };

function named(name: string): Attack {
  const found = [...forgeries, ...takeovers, ...thefts].find((attack) => attack.name === name);
  if (found === undefined) throw new Error(`No attack is named “${name}”.`);
  return found;
}

test.beforeEach(({ messages }) => {
  messages.allow(/[^]*/);
});

async function victimOf(
  page: Page,
  request: PlaywrightWorkerArgs['playwright']['request'],
  gullible: Deployment,
  hostile: HostileSite,
) {
  const { server } = gullible;
  const person = await newPerson(request, server);
  const { id: postId } = await person.publish();
  const attacker = await newAttacker(request, server);
  const target: Target = {
    api: server.origin,
    victim: person,
    postId,
    attacker,
    from: hostile.sameSite,
    ...cookies,
  };
  return { person, target, ...(await victimIn(page, gullible, person)) };
}

test('a page on a listed origin can read what others cannot', async ({
  page,
  context,
  playwright,
  gullible,
  hostile,
}) => {
  const { person, target } = await victimOf(page, playwright.request, gullible, hostile);
  const attack = named('read by requests with credentials');
  const course = await open(await context.newPage(), { attack, target, hostile, server: gullible.server });
  await course.toBeSeenAs(attack.sent(target));
  expect([...(await course.findings())].join()).toContain(person.email);
});

test('a page on a listed origin can change what others cannot', async ({
  page,
  context,
  playwright,
  gullible,
  hostile,
}) => {
  const { state, target } = await victimOf(page, playwright.request, gullible, hostile);
  const before = await state();
  const attack = named('write by requests that ask first');
  const course = await open(await context.newPage(), { attack, target, hostile, server: gullible.server });
  await course.toBeSeenAs({ '/api/posts': ['preflight for POST 204', 'POST 201'] });
  await course.findings();
  const after = await state();
  expect(after.posts).not.toEqual(before.posts);
  expect(after.account).not.toEqual(before.account);
  expect(after.cookies).not.toEqual(before.cookies);
});

test('not even a page on a listed origin can write by forms', async ({
  page,
  context,
  playwright,
  gullible,
  hostile,
}) => {
  const { state, target } = await victimOf(page, playwright.request, gullible, hostile);
  const before = await state();
  const attack = named('post by forms in frames');
  const course = await open(await context.newPage(), { attack, target, hostile, server: gullible.server });
  await course.toBeSeenAs({ '/api/posts': ['POST 415', 'POST 415', 'POST 415'] });
  expect(await state()).toEqual(before);
});

for (const name of [
  'read frames',
  'read windows that it opens',
  'post by forms in frames',
  'read by embedding',
]) {
  test(`a page can ${name} on its own origin`, async ({ page, home: { server }, hostile, writer }) => {
    const from = hostile.sameSite;
    const target: Target = { api: from, victim: writer, postId: 'none', attacker: writer, from, ...cookies };
    const course = await open(page, { attack: named(name), target, hostile, server });
    expect(await course.findings()).toContain('No cats here.');
  });
}
