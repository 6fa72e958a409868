import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { expectNoSidewaysScrolling } from './steps';

/** The rules whose findings a theme changes; what the others say of one theme holds in both. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** Looks for barriers in both themes, on a narrow screen and on a wide one. */
export async function expectNoBarriers(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoFindings(page, axe(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoFindings(page, axe(page).withRules(rulesOfColours));
  for (const [width, height] of [
    [320, 740],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await nextFrame(page);
    await expectNoSidewaysScrolling(page);
  }
}

/** It takes long to describe all that is in order, which nobody asks for. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}

async function expectNoFindings(page: Page, builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
  expect(found, `barriers of ${page.url()}`).toEqual([]);
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
