import { build, type Rolldown } from 'vite';
import { setupPath } from '../../src/features/lab/exports/setup-link';
import type { Initiators } from '../../src/features/lab/runs/initiators';
import type { InitiatorName, LabCall } from '../../src/features/lab/runs/setup';
import { sandboxedAnswer } from '../support/browser-messages';
import { expect, test } from '../support/test';
import { initiator, startRun } from './lab-server';

declare global {
  interface Window {
    Lab: { readonly Initiators: typeof Initiators };
    initiators: Initiators;
  }
}

// Chromium drops a navigation that begins while the one before arrives. Nobody tells when that is, so each moment is tried.
test('no form is lost in the Lab’s window, however soon it follows another', async ({
  page,
  lab,
  messages,
}) => {
  test.setTimeout(90_000);
  messages.allow(sandboxedAnswer);
  await page.goto(`${lab.client.origin}/lab`);
  await page.evaluate(await script('src/features/lab/runs/initiators.ts'));
  const pages = [{ name: 'another-port' as const, url: await initiator(lab.server, 'another-port') }];
  for (let delay = 0; delay < 20; delay += 0.5) {
    const run = await startRun(lab.server);
    await page.evaluate((offered) => {
      window.initiators = new window.Lab.Initiators(offered);
      window.initiators.openWindow('client');
    }, pages);
    for (const count of [1, 2]) {
      await page.evaluate(({ url, call }) => window.initiators.call(url, call), {
        url: run.url,
        call: formOf('client'),
      });
      const deadline = Date.now() + 5_000;
      while (Date.now() < deadline && (await run.seen()).length < count);
      expect(await run.seen(), `after ${delay} ms`).toHaveLength(count);
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    await page.evaluate(() => {
      window.initiators.close();
    });
  }
});

test('two runs at a time keep out of each other’s window', async ({ page, lab, messages }) => {
  messages.allow(sandboxedAnswer);
  await page.goto(`${lab.client.origin}/lab`);
  const articles = ['same-site-cookie', 'cross-site-cookie'].map((id) => page.locator(`#${id}`));
  for (const article of articles) await article.getByRole('button', { name: 'Run it' }).click();
  for (const article of articles) await expect(article.getByText('All three agree')).toHaveCount(2);
});

// The page that the server itself offers has an opener policy, which could part it from its window.
test('a run leads its window from page to page, also where the Lab’s has an opener policy', async ({
  page,
  lab,
  messages,
}) => {
  messages.allow(sandboxedAnswer);
  const calls = (['another-port', 'client', 'another-site', 'subdomain'] as const).map(formOf);
  const response = { status: 200, headers: [], cookie: null, redirects: false, delayMillis: 0 };
  const server = { preflight: null, response };
  await page.goto(`${lab.server.origin}${setupPath({ calls, server, redirectTarget: null })}`);
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('All three agree')).toHaveCount(4);
});

test('somebody who closes the window before a run is over is told', async ({ page, lab, messages }) => {
  messages.allow(sandboxedAnswer);
  const form = formOf('client');
  const response = { status: 200, headers: [], cookie: null, redirects: false, delayMillis: 1_000 };
  const server = { preflight: null, response };
  await page.goto(`${lab.client.origin}${setupPath({ calls: [form, form], server, redirectTarget: null })}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('The server has recorded: POST.')).toBeVisible();
  await (await opened).close();
  await expect(page.getByRole('alert')).toContainText('The Lab’s window was closed before the run was over');
});

function formOf(name: InitiatorName): LabCall {
  const request = { credentials: 'include', mode: 'no-cors', redirect: 'follow' } as const;
  return {
    initiator: name,
    via: 'form',
    method: 'POST',
    headers: [],
    body: { kind: 'formdata' },
    ...request,
  };
}

/** A module of the client, as a script that names it `Lab`. */
async function script(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'Lab' };
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib } });
  return (built as Rolldown.RolldownOutput[]).flatMap(({ output }) => output[0].code).join('');
}
