import { expect, type BrowserContext, type ConsoleMessage } from '@playwright/test';

interface Entry {
  readonly text: string;
  readonly type: string;
}

/** Watches the browser's console: a message that a test has not provoked fails it. */
export interface ConsoleGuard {
  readonly watch: (browser: BrowserContext) => void;
  /** Names messages that this test provokes. */
  readonly allow: (...patterns: readonly RegExp[]) => void;
  /** Waits until the browser has said so, and allows it. */
  readonly toSay: (pattern: RegExp) => Promise<void>;
  readonly check: () => void;
}

const grave = ['error', 'warning', 'assert'];

export function createConsoleGuard(): ConsoleGuard {
  const entries: Entry[] = [];
  const allowed: RegExp[] = [];

  return {
    watch: (browser) => {
      browser.on('console', (message) => {
        entries.push({ text: textOf(message), type: message.type() });
      });
      browser.on('weberror', (failure) => {
        entries.push({ text: `Uncaught ${failure.error().stack ?? failure.error().message}`, type: 'error' });
      });
    },
    allow: (...patterns) => {
      allowed.push(...patterns);
    },
    toSay: async (pattern) => {
      allowed.push(pattern);
      await expect
        .poll(() => entries.map(({ text }) => text).join('\n'), { message: 'what the console says' })
        .toMatch(pattern);
    },
    check: () => {
      const unexpected = entries
        .filter(({ text, type }) => grave.includes(type) && !allowed.some((pattern) => pattern.test(text)))
        .map(({ text, type }) => `${type}: ${text}`);
      expect(unexpected, 'messages of the console that the test did not provoke').toEqual([]);
    },
  };
}

/** Chromium names the address of a failed request only as the message's place. */
function textOf(message: ConsoleMessage): string {
  const { url } = message.location();
  return message.text().startsWith('Failed to load resource')
    ? `${message.text()} at ${url}`
    : message.text();
}
