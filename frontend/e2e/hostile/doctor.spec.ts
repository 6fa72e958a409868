import { expectSeen, sightingsOf } from '../support/exchanges';
import { startForeignApi } from '../support/foreign-api';
import { fetchFrom, json } from '../support/fetching';
import { asAttribute, sandboxed } from '../support/hostile-site';
import { expect, test } from '../support/test';
import { encodings, script, times } from './attack';
import { form } from './forms';

/** Everything that makes a browser send something to another origin. */
const attack = (doctor: string, body: string, from: string) => {
  const init = `{ method: 'POST', credentials: 'include', body }`;
  const send = `
    const body = ${JSON.stringify(body)};
    const typed = { ...${init}, headers: { 'Content-Type': 'application/json' } };
    attempt('fetch', () => fetch('${doctor}', typed).then((answer) => answer.text()));
    attempt('plain', () => fetch('${doctor}', ${init}).then((answer) => answer.text()));
    attempt('no-cors', () => fetch('${doctor}', { ...typed, mode: 'no-cors' }).then((answer) => answer.text()));
    attempt('keepalive', () => fetch('${doctor}', { ...${init}, mode: 'no-cors', keepalive: true }).then((answer) => answer.text()));
  `;
  const typed = encodings.map(([encoding], n) =>
    form({ action: doctor, encoding, name: `${body.slice(0, -1)},"x":"`, value: '"}', target: `frame${n}` }),
  );
  return {
    body:
      script(`
        ${send}
        navigator.sendBeacon('${doctor}', body);
        navigator.sendBeacon('${doctor}', new Blob([body], { type: 'application/json' }));
        attempt('XMLHttpRequest', () => {
          const request = new XMLHttpRequest();
          request.open('POST', '${doctor}', false);
          request.setRequestHeader('Content-Type', 'application/json');
          request.send(body);
          return request.responseText;
        });
      `) +
      sandboxed(from, send) +
      `<img src="${asAttribute(doctor)}"><iframe src="${asAttribute(doctor)}"></iframe>` +
      typed.map((each, n) => `<iframe name="frame${n}"></iframe>${each}`).join('') +
      script('for (const form of document.forms) form.submit();'),
  };
};

/** Of the page, and of its frame, which has no XMLHttpRequest. */
const attempts = [
  'XMLHttpRequest',
  ...['fetch', 'fetch', 'keepalive', 'keepalive', 'no-cors', 'no-cors', 'plain', 'plain'],
];

for (const place of ['sameSite', 'otherSite'] as const) {
  test(`a page of ${place === 'sameSite' ? 'another port' : 'another site'} cannot have the Doctor call for it`, async ({
    page,
    context,
    labInDevelopment,
    hostile,
    messages,
  }) => {
    messages.allow(/[^]*/);
    const { client, server } = labInDevelopment;
    const inside = await startForeignApi(() => ({ headers: { 'Access-Control-Allow-Origin': '*' } }));
    const doctor = `${server.origin}/api/lab/doctor`;
    const call = {
      url: `${inside.origin}/secret`,
      method: 'GET',
      origin: hostile[place],
      headers: [],
      credentialsMode: 'include',
      body: null,
      repeatUnsafe: true,
    };

    const sightings = await sightingsOf(server, '/api/lab/doctor');
    const lootBefore = hostile.loot().length;
    await page.goto(hostile[place] + hostile.serve(attack(doctor, JSON.stringify(call), hostile[place])));

    const found = () => hostile.loot().slice(lootBefore);
    await expect
      .poll(
        () =>
          found()
            .map(({ attempt }) => attempt)
            .sort(),
        { message: 'what was tried' },
      )
      .toEqual(attempts);
    expect(new Set(found().map(({ got }) => got))).toEqual(new Set(['nothing']));
    // Three of the page, three of its frame, a beacon and three forms; what asks first gets no further.
    const seen = () =>
      sightings.all().map(({ method, status }) => `${method} ${status < 400 ? status : 'refused'}`);
    await expectSeen(server, () => seen().sort(), [
      ...times(2, 'GET refused'),
      ...times(4, 'OPTIONS refused'),
      ...times(10, 'POST refused'),
    ]);
    expect(inside.seen()).toEqual([]);

    await test.step('and the Lab’s own page can', async () => {
      const own = await context.newPage();
      await own.goto(`${client.origin}/theme.js`);
      expect(await fetchFrom(own, doctor, json('POST', call))).toMatchObject({ status: 200 });
      expect(inside.seen()).toEqual(['GET']);
    });
    await inside.stop();
  });
}
