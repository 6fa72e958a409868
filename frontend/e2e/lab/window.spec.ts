import { build, type Rolldown } from 'vite';
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

/** A module of the client, as a script that names it `Lab`. */
async function script(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'Lab' };
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib } });
  return (built as Rolldown.RolldownOutput[]).flatMap(({ output }) => output[0].code).join('');
}
