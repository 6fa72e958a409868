import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { chromiumOfThisMachine, namedBrowsers } from './e2e/support/find-browser.mjs';
import { isSoak } from './e2e/support/soak';

type Project = NonNullable<PlaywrightTestConfig['projects']>[number];

const known = ['chromium', 'firefox', 'webkit'] as const;
/** The tests of the soak tier, where that is not asked for. */
const leftOut = isSoak ? [] : [/@soak\b/];
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function projects(): Project[] {
  const named = namedBrowsers();
  if (named.length === 0) return [chromiumProject(chromiumOfThisMachine())];
  return named.map((name) => {
    const browserName = known.find((browser) => browser === name);
    if (browserName === undefined) {
      throw new Error(`PREFLIGHT_E2E_BROWSERS names ${name}; it may name ${known.join(', ')}.`);
    }
    if (browserName === 'chromium') return chromiumProject(undefined);
    // WebKit refuses the Secure cookies that another site needs over plain http, also on this machine.
    const impossible = browserName === 'webkit' ? [/@secure-cookie\b/] : [];
    return { name: browserName, use: { browserName }, grepInvert: [...leftOut, ...impossible] };
  });
}

/** @param executablePath a browser of this machine, or undefined for Playwright's own */
function chromiumProject(executablePath: string | undefined): Project {
  // Chromium's sandbox does not work for root; Playwright's own browsers come without one.
  const chromiumSandbox = executablePath !== undefined && process.getuid?.() !== 0;
  return {
    name: 'chromium',
    grepInvert: leftOut,
    use: {
      browserName: 'chromium',
      launchOptions: {
        args: quiet,
        chromiumSandbox,
        ...(executablePath === undefined ? {} : { executablePath }),
      },
    },
  };
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e-results',
  reporter: [['list'], ['html', { outputFolder: 'target/e2e-report', open: 'never' }]],
  projects: projects(),
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
});
