import { build, type Rolldown } from 'vite';
import { setupPath } from '../../src/features/lab/exports/setup-link';
import type { LabWindow } from '../../src/features/lab/runs/lab-window';
import { sandboxedAnswer } from '../support/browser-messages';
import { expect, test } from '../support/test';
import { startRun } from './lab-server';

declare global {
  interface Window {
    Lab: { readonly LabWindow: typeof LabWindow };
    labWindow: LabWindow;
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
  await page.evaluate(await script('src/features/lab/runs/lab-window.ts'));
  for (let delay = 0; delay < 20; delay += 0.5) {
    const run = await startRun(lab.server);
    const isOpen = await page.evaluate(() => {
      window.labWindow = new window.Lab.LabWindow();
      return window.labWindow.open();
    });
    expect(isOpen).toBe(true);
    for (const count of [1, 2]) {
      const isClear = await page.evaluate(async (url) => {
        const cleared = await window.labWindow.clear();
        const form = document.createElement('form');
        form.method = 'POST';
        form.action = url;
        window.labWindow.submit(form);
        return cleared !== null;
      }, run.url);
      expect(isClear).toBe(true);
      const deadline = Date.now() + 5_000;
      while (Date.now() < deadline && (await run.seen()).length < count);
      expect(await run.seen(), `after ${delay} ms`).toHaveLength(count);
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    await page.evaluate(() => {
      window.labWindow.close();
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

test('somebody who closes the window before a run is over is told', async ({ page, lab, messages }) => {
  messages.allow(sandboxedAnswer);
  const form = {
    initiator: 'client',
    via: 'form',
    method: 'POST',
    headers: [],
    credentials: 'include',
    mode: 'no-cors',
    redirect: 'follow',
    body: { kind: 'formdata' },
  } as const;
  const response = { status: 200, headers: [], cookie: null, redirects: false, delayMillis: 1_000 };
  const server = { preflight: null, response };
  await page.goto(`${lab.client.origin}${setupPath({ calls: [form, form], server, redirectTarget: null })}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('The server has recorded: POST.')).toBeVisible();
  await (await opened).close();
  await expect(page.getByRole('alert')).toContainText('The Lab’s window was closed before the run was over');
});

/** A module of the client, as a script that names it `Lab`. */
async function script(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'Lab' };
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib } });
  return (built as Rolldown.RolldownOutput[]).flatMap(({ output }) => output[0].code).join('');
}
