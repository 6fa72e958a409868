import type { Page } from '@playwright/test';

interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Fetches as a page's own script would.
 *
 * @returns the answer, or `blocked` where the browser kept it from the page
 */
export function fetchFrom(page: Page, url: string, init: RequestInit = {}): Promise<Answer | 'blocked'> {
  return page.evaluate(
    async ({ url, init }) => {
      try {
        const response = await fetch(url, init);
        return { status: response.status, text: await response.text() };
      } catch {
        return 'blocked';
      }
    },
    { url, init },
  );
}

/** The same with a session's cookies, if there are any. */
export const withCredentials = { credentials: 'include' } satisfies RequestInit;

export function json(method: string, body: unknown): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** Opens a page on an origin that sends no request of its own. */
export async function openSilentPage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/theme.js`);
}
