import type { Page } from '@playwright/test';
import type { Deployment } from '../support/deployment';
import { openSilentPage } from '../support/fetching';
import { expect, test } from '../support/test';
import { command, count, openFrame, openWindow, order, readiness } from './commanding';
import { initiator, startRun } from './lab-server';

test.beforeEach(({ messages }) => {
  // The console is full of what was refused.
  messages.allow(/[^]*/);
});

/** Whatever a stranger writes behind the address, it is not the stranger who is obeyed. */
const fragments = (deployment: Deployment, stranger: string): readonly string[] => [
  `#${deployment.client.origin}`,
  `#${deployment.server.origin}`,
  `#${stranger}`,
  `#${deployment.client.origin} ${stranger}`,
  '#*',
  '#null',
  '#',
  '',
];

/** What shows that nothing came before: the same, by somebody who may. */
async function callAsTheLab(page: Page, { client, server }: Deployment): Promise<void> {
  const run = await startRun(server);
  await openSilentPage(page, client.origin);
  await openWindow(page, `${await initiator(server, 'another-port')}#${client.origin}`);
  await readiness(page);
  expect(await order(page, run.url)).toMatchObject({ outcome: 'readable' });
  expect(await run.seen()).toHaveLength(1);
}

for (const site of ['sameSite', 'otherSite'] as const) {
  test(`a stranger’s page (${site}) that opens an initiator is not obeyed`, async ({
    page,
    context,
    lab,
    hostile,
  }) => {
    const run = await startRun(lab.server);
    const url = await initiator(lab.server, 'another-port');
    await page.goto(hostile[site] + hostile.serve({ body: '' }));
    for (const fragment of fragments(lab, hostile[site])) {
      const opened = await openWindow(page, url + fragment);
      const received = await count(opened);

      await command(page, run.url);
      await command(page, run.url, { via: 'form', method: 'POST' });

      await expect.poll(received).toBe(2);
      expect(await page.evaluate(() => window.told)).toEqual([]);
      await opened.close();
    }

    await callAsTheLab(await context.newPage(), lab);
    expect(await run.seen()).toEqual([]);
  });

  test(`a stranger’s page (${site}) cannot frame an initiator`, async ({ page, context, lab, hostile }) => {
    const run = await startRun(lab.server);
    const url = `${await initiator(lab.server, 'another-port')}#${lab.client.origin}`;
    await page.goto(hostile[site] + hostile.serve({ body: '' }));
    for (const sandbox of [undefined, 'allow-scripts', 'allow-scripts allow-same-origin allow-forms']) {
      const frame = await openFrame(page, url, sandbox);

      await command(page, run.url);

      expect(await frame?.content()).not.toContain('Preflight');
    }

    await callAsTheLab(await context.newPage(), lab);
    expect(await run.seen()).toEqual([]);
  });
}

test('a stranger who takes the Lab’s place in its window is not obeyed', async ({ page, lab, hostile }) => {
  const run = await startRun(lab.server);
  await openSilentPage(page, lab.client.origin);
  const opened = await openWindow(
    page,
    `${await initiator(lab.server, 'another-port')}#${lab.client.origin}`,
  );
  await readiness(page);
  const received = await count(opened);
  await order(page, run.url);

  const address = hostile.sameSite + hostile.serve({ body: '' });
  await page.evaluate((elsewhere) => (location.href = elsewhere), address);
  await page.waitForURL(address);
  await page.evaluate(() => (window.initiator = window.open('', 'initiator')));
  await command(page, run.url);

  await expect.poll(received).toBe(2);
  await callAsTheLab(await page.context().newPage(), lab);
  expect(await run.seen()).toHaveLength(1);
});

test('another window than the one that opened it is not obeyed', async ({ page, lab }) => {
  const run = await startRun(lab.server);
  await openSilentPage(page, lab.client.origin);
  const opened = await openWindow(
    page,
    `${await initiator(lab.server, 'another-port')}#${lab.client.origin}`,
  );
  await readiness(page);
  const received = await count(opened);
  const popup = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const other = await popup;

  await other.waitForLoadState();
  await other.evaluate(() => (window.initiator = (window.opener as Window).initiator ?? null));
  await command(other, run.url);

  await expect.poll(received).toBe(1);
  await order(page, run.url);
  expect(await run.seen()).toHaveLength(1);
});

test('a stranger who opened the Lab’s page does not command its frame', async ({ page, lab, hostile }) => {
  const run = await startRun(lab.server);
  await page.goto(hostile.sameSite + hostile.serve({ body: '' }));
  const client = await openWindow(page, `${lab.client.origin}/theme.js`);
  const frame = await openFrame(
    client,
    `${await initiator(lab.server, 'null')}#${lab.client.origin}`,
    'allow-scripts',
  );
  if (frame === null) throw new Error('There is no frame.');
  await readiness(client);
  const received = await count(frame);

  await page.evaluate(() => (window.initiator = window.initiator?.[0] ?? null));
  await command(page, run.url);

  await expect.poll(received).toBe(1);
  await order(client, run.url);
  expect(await run.seen()).toHaveLength(1);
});
