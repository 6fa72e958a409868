import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browsers to test in, when they are named; Playwright's own ones are used then, and no other. */
export function namedBrowsers() {
  const named = (process.env.PREFLIGHT_E2E_BROWSERS ?? '').split(',').map((name) => name.trim());
  return named.filter((name) => name !== '');
}

/**
 * The Chromium or Chrome that this machine has.
 *
 * @returns {string | undefined} its path
 */
export function chromiumOfThisMachine() {
  const told = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (told) return told;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
