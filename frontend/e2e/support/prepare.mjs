// Run before Playwright: sees to it that there is a browser to test in, or says in a sentence what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { chromiumOfThisMachine, namedBrowsers } from './find-browser.mjs';
import { Missing, findClient, findJar, findJava } from './find-program.mjs';

/** @param {string[]} browsers @param {'inherit' | 'ignore'} output */
function installPlaywrights(browsers, output) {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  return spawnSync(process.execPath, [cli, 'install', ...browsers], { stdio: output }).status === 0;
}

function installDistributions() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return ['update', 'install -y --no-install-recommends chromium'].every(
    (command) =>
      spawnSync('apt-get', ['-qq', ...command.split(' ')], { stdio: 'ignore', env: environment }).status ===
      0,
  );
}

function haveBrowser() {
  const named = namedBrowsers();
  if (named.length > 0) {
    if (installPlaywrights(named, 'inherit')) return;
    throw new Missing(
      `Playwright could not install ${named.join(', ')}: run "npx playwright install" to see why.`,
    );
  }
  const there = () => chromiumOfThisMachine() !== undefined || existsSync(chromium.executablePath());
  if (there()) return;
  console.log('No Chromium or Chrome on the PATH; installing one to test in.');
  if (installPlaywrights(['chromium'], 'ignore') || installDistributions()) {
    if (there()) return;
  }
  throw new Missing(
    'There is no browser to test in, and none could be installed: install Chromium or Chrome, or set' +
      ' PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH to one.',
  );
}

try {
  findJar();
  findJava();
  findClient();
  haveBrowser();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
