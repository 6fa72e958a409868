import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { expectNoSidewaysScrolling } from './steps';

declare global {
  interface Window {
    /** The examiner, where it is in the page. */
    axe?: typeof axe;
  }
}

/** The rules whose findings a theme changes; what the others say of one theme holds in both. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/**
 * Looks for barriers in both themes, on a narrow screen and on a wide one.
 *
 * @param part a selector of what axe examines of a long page
 */
export async function expectNoBarriers(page: Page, part = 'html'): Promise<void> {
  // To bring it there takes longer than to examine the page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // Without motion: a colour on its way to another is nobody's to read.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await findings(page, part), `barriers of ${page.url()}`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(page, part, rulesOfColours), `barriers of ${page.url()} in the dark`).toEqual([]);
  for (const [width, height] of [
    [320, 740],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await nextFrame(page);
    await expectNoSidewaysScrolling(page);
  }
}

/** @param rules all of them if left out */
function findings(page: Page, part: string, rules?: string[]): Promise<readonly string[]> {
  return page.evaluate(
    async ({ context, values }) => {
      if (window.axe === undefined) throw new Error('The page was left meanwhile.');
      const { violations } = await window.axe.run(context, {
        // It takes long to describe all that is in order, which nobody asks for.
        resultTypes: ['violations'],
        iframes: false,
        ...(values && { runOnly: { type: 'rule', values } }),
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
        ),
      );
    },
    { context: part, values: rules },
  );
}

/** By then the page has followed its media queries. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}
