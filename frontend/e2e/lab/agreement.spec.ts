import { readFile } from 'node:fs/promises';
import type { RunResult } from '../../src/features/lab/runs/run-result';
import { engineOf } from '../../src/features/lab/standard/engine';
import { expectNoBarriers } from '../support/barriers';
import { isSoak } from '../support/soak';
import { expect, test } from '../support/test';
import { disagrees, mistakes } from './planted-mistakes';

// `verify` makes the first quarter of the thousand runs that the soak tier makes.
const count = isSoak ? 1_000 : 250;
const inWords = count.toLocaleString('en');

test(`${inWords} generated runs from five pages go as the Lab predicts`, async ({ page, lab, messages }) => {
  test.setTimeout(300_000);
  // What these runs make the browser say is as manifold as they are.
  messages.allow(/./);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${lab.client.origin}/lab/cases`);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: `Try ${inWords} runs` }).click();
  const tally = page.getByRole('status').filter({ hasText: 'runs agree' });
  await expect(tally).toBeVisible({ timeout: 280_000 });
  const [words, userAgent] = [await tally.innerText(), await page.evaluate(() => navigator.userAgent)];
  console.log(words);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the runs as JSON' }).click();
  const runs = JSON.parse(await readFile(await (await download).path(), 'utf8')) as RunResult[];

  expect(runs).toHaveLength(count);
  const engine = engineOf(userAgent);
  if (engine.comparedWith === null) {
    // What is not known about a browser is told, and not asserted.
    const description = `${engine.name}: ${words}`;
    test.info().annotations.push({ type: 'not compared before', description });
    return;
  }
  expect(runs.flatMap(({ calls }) => calls.flatMap(({ disagreements }) => disagreements))).toEqual([]);
  expect(words).toContain(`${inWords} of ${inWords} runs agree`);
  const calls = runs.flatMap((run) => run.calls);
  expect(new Set(calls.map(({ call }) => call.initiator)).size).toBe(5);
  expect(new Set(calls.map(({ observed }) => observed.outcome)).size).toBe(5);

  await test.step('and would not if the Lab were wrong', () => {
    expect(runs.filter((run) => disagrees(run, userAgent, (setup) => setup))).toEqual([]);
    for (const { name, misread } of mistakes) {
      const found = runs.filter((run) => disagrees(run, userAgent, misread)).length;
      console.log(`“${name}” would be wrong about ${found} runs`);
      expect(found, name).toBeGreaterThan(0);
    }
  });
});
