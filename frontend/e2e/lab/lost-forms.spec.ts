import { build, type Rolldown } from 'vite';
import type { Initiators } from '../../src/features/lab/runs/initiators';
import { formOf } from '../../test-support/lab-forms';
import { anyFormAnswer } from '../support/browser-messages';
import { isSoak } from '../support/soak';
import { expect, test } from '../support/test';
import { initiator, startRun } from './lab-server';

// Being traced the browser is too slow to lose anything.
test.use({ trace: 'off' });

declare global {
  interface Window {
    Lab: { readonly Initiators: typeof Initiators };
    initiators: Initiators;
  }
}

// In milliseconds: `verify` tries four moments, and the soak tier forty.
const step = isSoak ? 0.25 : 2.5;

// Chromium drops a navigation that begins while the one before arrives. Nobody tells when that is, so many moments are tried.
test('no form is lost in the Lab’s window, however soon it follows another', async ({
  page,
  lab,
  messages,
}) => {
  test.setTimeout(90_000);
  messages.allow(...anyFormAnswer);
  await page.goto(`${lab.client.origin}/lab`);
  await page.evaluate(await script('src/features/lab/runs/initiators.ts'));
  const pages = [{ name: 'another-port' as const, url: await initiator(lab.server, 'another-port') }];
  for (let delay = 0; delay < 10; delay += step) {
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

/** A module of the client, as a script that names it `Lab`. */
async function script(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'Lab' };
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib } });
  return (built as Rolldown.RolldownOutput[]).flatMap(({ output }) => output[0].code).join('');
}
