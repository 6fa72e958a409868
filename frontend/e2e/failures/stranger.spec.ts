import type { Page } from '@playwright/test';
import { anyBlocked, blockedMessage, refused, type Reason } from '../support/browser-messages';
import { sightingsOf } from '../support/exchanges';
import { fetchFrom, json, openSilentPage, withCredentials } from '../support/fetching';
import type { Person } from '../support/people';
import { expect, test } from '../support/test';

const simple = { ...withCredentials, method: 'POST' };

test.beforeEach(({ messages }) => {
  messages.allow(...anyBlocked, refused(403), refused(415));
});

async function expectUnchanged(writer: Person, title: string): Promise<void> {
  const { id } = (await (await writer.api.get('/api/authentication')).json()) as { id: string };
  const posts = await writer.api.get('/api/posts', { params: { author: id } });
  const { items } = (await posts.json()) as { items: { title: string }[] };
  expect(items.map((post) => post.title)).toEqual([title]);
}

for (const where of ['on another port', 'on another site'] as const) {
  test(`a client ${where} that is not listed shows that it is blocked`, async ({
    page,
    home: { client, server },
    stranger,
    messages,
    browserName,
  }) => {
    const origin = where === 'on another port' ? stranger.origin : client.otherSite;
    await page.goto(origin);
    await messages.toSay(
      blockedMessage(browserName, 'no Allow-Origin', { url: `${server.origin}/api/posts`, origin }),
    );
    await expect(page.getByRole('alert')).toContainText('The posts couldn’t be loaded');
  });

  test(`a client ${where} that is not listed changes nothing, although its visitor is logged in`, async ({
    page,
    context,
    home: { client, server },
    stranger,
    messages,
    browserName,
    writer,
  }) => {
    const origin = where === 'on another port' ? stranger.origin : client.otherSite;
    const { id, title } = await writer.publish();
    await writer.enter(context);
    await openSilentPage(page, origin);

    const posts = `${server.origin}/api/posts`;
    const seenOfPosts = await sightingsOf(server, '/api/posts');
    const seenOfPost = await sightingsOf(server, `/api/posts/${id}`);
    const attempts: readonly (readonly [string, RequestInit])[] = [
      [posts, json('POST', { title: 'Forged', content: 'Forged.' })],
      [`${posts}/${id}`, json('PATCH', { title: 'Forged' })],
      [`${posts}/${id}`, { method: 'DELETE' }],
    ];
    for (const [url, request] of attempts) {
      expect(await fetchFrom(page, url, { ...withCredentials, ...request })).toBe('blocked');
      await expectMessage(page, 'preflight without Allow-Origin', url);
    }
    // What needs no preflight reaches the server, which has to refuse it by itself.
    const body = JSON.stringify({ title: 'Forged', content: 'Forged.' });
    expect(await fetchFrom(page, posts, { ...simple, body })).toBe('blocked');
    await expectMessage(page, 'no Allow-Origin', posts);

    await seenOfPosts.toBe(['preflight for POST', 'POST refused']);
    await seenOfPost.toBe(['preflight for PATCH', 'preflight for DELETE']);
    await expectUnchanged(writer, title);

    async function expectMessage(blocked: Page, reason: Reason, url: string): Promise<void> {
      await messages.toSay(
        blockedMessage(browserName, reason, { url, origin: new URL(blocked.url()).origin }),
      );
    }
  });

  test(`a client ${where} that is not listed logs nobody out`, async ({
    page,
    context,
    home: { client, server },
    stranger,
    writer,
  }) => {
    await writer.enter(context);
    await openSilentPage(page, where === 'on another port' ? stranger.origin : client.otherSite);
    expect(await fetchFrom(page, `${server.origin}/api/authentication/log-out`, simple)).toBe('blocked');
    expect((await writer.api.get('/api/authentication')).status()).toBe(200);
  });
}
