import { exchangesFromNow } from '../support/exchanges';
import { openSilentPage } from '../support/fetching';
import { expect, test } from '../support/test';
import { openFrame, openWindow, letSend, order, readiness } from './commanding';
import { initiator, startRun } from './lab-server';

test.beforeEach(({ messages }) => {
  // The console is full of what was refused.
  messages.allow(/[^]*/);
});

for (const [name, host, site] of [
  ['another-port', 'localhost', 'same-site'],
  ['another-site', '127.0.0.1', 'cross-site'],
  ['subdomain', 'a.localhost', 'cross-site'],
] as const) {
  test(`the Lab’s page has calls made from ${name}`, async ({ page, lab }) => {
    const { client, server } = lab;
    const url = await initiator(server, name);
    const origin = new URL(url).origin;
    const run = await startRun(server);
    await openSilentPage(page, client.origin);

    const opened = await openWindow(page, `${url}#${client.origin}`);

    expect(new URL(url).hostname).toBe(host);
    expect(await readiness(page)).toBe(origin);
    await expect(opened).toHaveTitle(`Preflight Lab: ${origin}`);
    await expect(opened.getByRole('heading')).toHaveText(`A page of ${origin}`);
    expect(await order(page, run.url)).toMatchObject({ outcome: 'readable', status: 200, error: null });
    const form = { via: 'form', method: 'POST', body: { kind: 'formdata' } };
    expect(await order(page, run.url, form)).toMatchObject({ outcome: 'sent', status: 0, body: null });
    await letSend(page);
    await expect.poll(run.seen).toMatchObject([
      { method: 'GET', origin, secFetch: { site, mode: 'cors' } },
      { method: 'POST', origin, secFetch: { site, mode: 'navigate' } },
    ]);
  });
}

test('the Lab’s page has calls made from the origin null', async ({ page, lab: { client, server } }) => {
  const run = await startRun(server);
  await openSilentPage(page, client.origin);

  await openFrame(page, `${await initiator(server, 'null')}#${client.origin}`, 'allow-scripts');

  expect(await readiness(page)).toBe('null');
  expect(await order(page, run.url)).toMatchObject({ outcome: 'readable', status: 200 });
  expect(await order(page, run.url, { via: 'form', method: 'POST' })).toMatchObject({
    outcome: 'error',
    error: { name: 'SecurityError' },
  });
  expect(await run.seen()).toMatchObject([{ origin: 'null', secFetch: { site: 'cross-site' } }]);
});

test('a page says what fetch threw, in the browser’s own words', async ({
  page,
  lab: { client, server },
}) => {
  const run = await startRun(server);
  await openSilentPage(page, client.origin);
  await openWindow(page, `${await initiator(server, 'another-port')}#${client.origin}`);
  await readiness(page);

  const notAllowed = await order(page, run.url, { method: 'PUT' });
  const noName = await order(page, run.url, { headers: [{ name: 'a b', value: '' }] });

  const thrown = { outcome: 'error', status: 0, error: { name: 'TypeError' } };
  expect(notAllowed).toMatchObject(thrown);
  expect(noName).toMatchObject(thrown);
});

test('an initiator calls nothing but runs, even for the Lab', async ({
  page,
  lab: { client, server },
  hostile,
}) => {
  const { url } = await startRun(server);
  await openSilentPage(page, client.origin);
  const opened = await openWindow(page, `${await initiator(server, 'another-port')}#${client.origin}`);
  await readiness(page);
  const exchanges = await exchangesFromNow(server);
  const elsewhere = [
    `${server.origin}/api/posts`,
    `${server.origin}/runs/`,
    `${url}/../../api/posts`,
    `${url}?x`,
    `${url}#x`,
    ` ${url}`,
    url.replace('//', '//user@'),
    url.replace('localhost', '127.0.0.1'),
    url.replace(server.origin, hostile.sameSite),
    '/runs/x',
    'javascript:alert(1)',
  ];

  for (const address of elsewhere) {
    for (const via of ['fetch', 'form']) {
      expect(await order(page, address, { via }), address).toMatchObject({
        outcome: 'error',
        error: { name: 'NotAllowedError' },
      });
    }
  }
  // Nor does its policy let it, should somebody smuggle a script in.
  for (const address of [`${server.origin}/api/posts`, hostile.sameSite, '/']) {
    await expect(opened.evaluate((target) => fetch(target).then(String), address)).rejects.toThrow('fetch');
  }

  await server.settled();
  expect(exchanges()).toEqual([]);
});

test('somebody who opens an initiator by hand reads what it is', async ({
  page,
  lab: { client, server },
}) => {
  await page.goto(await initiator(server, 'another-site'));

  await expect(page.getByRole('main')).toContainText('Opened by hand it does nothing');
  await expect(page.getByRole('link', { name: 'the Lab' })).toHaveAttribute('href', `${client.origin}/lab`);
  await expect(page.getByText('The Lab of Preflight opened this window')).toBeHidden();
});
