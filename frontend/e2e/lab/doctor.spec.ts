import type { Page } from '@playwright/test';
import type { Deployment } from '../support/deployment';
import { startForeignApi, type ForeignAnswer, type ForeignApi } from '../support/foreign-api';
import { freePort } from '../support/ports';
import { expect, test } from '../support/test';

interface Call {
  readonly url: string;
  readonly method?: string;
  readonly headers?: string;
  readonly credentials?: 'include';
}

async function diagnose(page: Page, { client }: Deployment, call: Call): Promise<void> {
  await page.goto(`${client.origin}/lab/doctor`);
  await page.getByLabel('Address').fill(call.url);
  if (call.method !== undefined) await page.getByLabel('Method').fill(call.method);
  if (call.headers !== undefined) await page.getByLabel('Headers').fill(call.headers);
  if (call.credentials !== undefined)
    await page.getByLabel('Credentials mode').selectOption(call.credentials);
  await page.getByRole('button', { name: 'Diagnose' }).click();
}

function diagnosis(page: Page) {
  return page.getByRole('region', { name: 'Diagnosis' });
}

/** Runs an API for as long as a test asks it. */
async function withApi(
  answer: (method: string, origin: string) => ForeignAnswer,
  use: (api: ForeignApi) => Promise<void>,
): Promise<void> {
  const api = await startForeignApi(({ method = '', headers }) => answer(method, headers.origin ?? ''));
  try {
    await use(api);
  } finally {
    await api.stop();
  }
}

const allowing = (origin: string, more: Readonly<Record<string, string>> = {}) => ({
  headers: { 'Access-Control-Allow-Origin': origin, ...more },
});

test.beforeEach(({ messages }) => {
  // Each test is about a request that the browser complains of.
  messages.allow(/./);
});

test.describe('the Doctor finds', () => {
  test('that an API knows nothing of CORS', async ({ page, labInDevelopment }) => {
    await withApi(
      () => ({}),
      async (api) => {
        await diagnose(page, labInDevelopment, { url: `${api.origin}/posts` });

        const found = diagnosis(page);
        await expect(found).toContainText(/no Access-Control-Allow-Origin/);
        await expect(found).toContainText(
          `Let the server send “Access-Control-Allow-Origin: ${labInDevelopment.client.origin}”`,
        );
        await expect(found.getByRole('listitem').filter({ hasText: 'Stopped here' })).toHaveCount(1);
        // The page's request, the one without CORS, and the server's.
        expect(api.seen()).toEqual(['GET', 'GET', 'GET']);
      },
    );
  });

  test('that an API allows another origin', async ({ page, labInDevelopment }) => {
    await withApi(
      () => allowing('http://localhost:3000'),
      async (api) => {
        await diagnose(page, labInDevelopment, { url: `${api.origin}/posts` });

        await expect(diagnosis(page)).toContainText(
          `allows “http://localhost:3000”, and the page is “${labInDevelopment.client.origin}”`,
        );
        await expect(diagnosis(page)).toContainText('access-control-allow-origin: http://localhost:3000');
      },
    );
  });

  test('that an API does not allow a header, without sending the request', async ({
    page,
    labInDevelopment,
  }) => {
    await withApi(
      (_, origin) => allowing(origin, { 'Access-Control-Allow-Headers': 'authorization' }),
      async (api) => {
        await diagnose(page, labInDevelopment, {
          url: `${api.origin}/posts`,
          method: 'POST',
          headers: 'Content-Type: application/json\nAuthorization: Bearer secret',
        });

        await expect(diagnosis(page)).toContainText('it has the header content-type');
        await expect(diagnosis(page)).toContainText(
          'Add content-type to it: “Access-Control-Allow-Headers: authorization, content-type”',
        );
        expect(api.seen()).not.toContain('POST');
        expect(page.url()).not.toContain('secret');
      },
    );
  });

  test('that a login answers the preflight, and what is missing besides', async ({
    page,
    labInDevelopment,
  }) => {
    await withApi(
      () => ({ status: 307, headers: { Location: '/log-in' } }),
      async (api) => {
        await diagnose(page, labInDevelopment, { url: `${api.origin}/posts`, method: 'PUT' });

        const found = diagnosis(page);
        await expect(found).toContainText('The preflight was answered with a redirect, 307 to /log-in');
        await expect(found.getByRole('list', { name: /^Mend this too/ })).toContainText(/Methods: PUT/);
      },
    );
  });

  test('that an API redirects to one that allows nobody', async ({ page, labInDevelopment }) => {
    await withApi(
      () => ({}),
      async (other) => {
        await withApi(
          (_, origin) => ({
            status: 302,
            headers: { ...allowing(origin).headers, Location: `${other.origin}/there` },
          }),
          async (api) => {
            await diagnose(page, labInDevelopment, { url: `${api.origin}/here` });

            await expect(diagnosis(page)).toContainText(
              `The browser follows the redirect 302 to ${other.origin}/there`,
            );
            await expect(diagnosis(page)).toContainText(/no Access-Control-Allow-Origin/);
          },
        );
      },
    );
  });

  test('that an API is right', async ({ page, labInDevelopment }) => {
    await withApi(
      (_, origin) =>
        allowing(origin, {
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Methods': 'PUT',
          'Access-Control-Allow-Headers': 'content-type',
        }),
      async (api) => {
        await diagnose(page, labInDevelopment, {
          url: `${api.origin}/posts/1`,
          method: 'put',
          headers: 'Content-Type: application/json',
          credentials: 'include',
        });

        await expect(diagnosis(page)).toContainText('The page got the answer, with status 200.');
        // It ran once.
        expect(api.seen().filter((method) => method === 'PUT')).toHaveLength(1);
      },
    );
  });

  test('that nothing listens', async ({ page, labInDevelopment }) => {
    const url = `http://localhost:${await freePort()}/posts`;
    await diagnose(page, labInDevelopment, { url });

    await expect(diagnosis(page)).toContainText('Unreachable');
    await expect(diagnosis(page)).toContainText(`Nothing listens at ${new URL(url).host}`);
  });
});

test('the Doctor runs a DELETE a second time only after the person has said so', async ({
  page,
  labInDevelopment,
}) => {
  await withApi(
    (method, origin) =>
      method === 'OPTIONS' ? allowing(origin, { 'Access-Control-Allow-Methods': 'DELETE' }) : { status: 500 },
    async (api) => {
      const runs = () => api.seen().filter((method) => method === 'DELETE').length;
      await diagnose(page, labInDevelopment, { url: `${api.origin}/posts/1`, method: 'DELETE' });
      await expect(diagnosis(page)).toContainText('The browser let the DELETE go');
      expect(runs()).toBe(1);

      await page.getByRole('button', { name: 'Send the DELETE again to see its answer' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Don’t send it' }).click();
      expect(runs()).toBe(1);

      await page.getByRole('button', { name: 'Send the DELETE again to see its answer' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Send the DELETE again' }).click();
      await expect(diagnosis(page)).toContainText(
        'The DELETE was answered with 500, and without Access-Control-Allow-Origin',
      );
      expect(runs()).toBe(2);
    },
  );
});

test('the Doctor tells blocked from unreachable without the server’s help', async ({ page, lab }) => {
  await withApi(
    () => ({}),
    async (api) => {
      await diagnose(page, lab, { url: `${api.origin}/posts` });

      await expect(diagnosis(page)).toContainText('The page can’t tell by what.');
      await expect(diagnosis(page)).toContainText(
        `java -jar backend/target/preflight.jar doctor ${api.origin}/posts --origin ${lab.client.origin}`,
      );
      expect(api.seen()).toEqual(['GET', 'GET']);
    },
  );

  await diagnose(page, lab, { url: `http://localhost:${await freePort()}/posts` });
  await expect(diagnosis(page)).toContainText('Unreachable');
});
