import type { Frame, Page } from '@playwright/test';

declare global {
  interface Window {
    /** What a page commands, and what it is told. */
    initiator?: Window | null;
    told?: Told[];
    /** How many messages have come. */
    received?: number;
  }
}

interface Told {
  readonly type: string;
  readonly id?: string;
  readonly origin?: string;
  readonly observation?: { readonly outcome: string; readonly error: { readonly name: string } | null };
}

const call = {
  via: 'fetch',
  method: 'GET',
  headers: [] as readonly { readonly name: string; readonly value: string }[],
  credentials: 'omit',
  mode: 'cors',
  redirect: 'follow',
  body: { kind: 'none' },
};

type Call = typeof call;

/** Lets a page remember what it is told. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told: Told[] = [];
    window.told = told;
    window.addEventListener('message', ({ data }: MessageEvent<Told>) => told.push(data));
  });
}

/** Opens a window as a page of the Lab does on a click. */
export async function openWindow(page: Page, url: string): Promise<Page> {
  await listen(page);
  const popup = page.waitForEvent('popup');
  await page.evaluate((address) => {
    window.initiator = window.open(address, 'initiator', 'popup,width=480,height=320');
  }, url);
  const opened = await popup;
  await opened.waitForURL(({ href }) => href === new URL(url).href);
  return opened;
}

/** Puts a frame into a page, and waits until it has loaded, or failed to. */
export async function openFrame(page: Page, url: string, sandbox?: string): Promise<Frame | null> {
  await listen(page);
  const handle = await page.evaluateHandle(
    async ({ address, flags }) => {
      const frame = document.createElement('iframe');
      if (flags !== undefined) frame.setAttribute('sandbox', flags);
      frame.src = address;
      const loaded = new Promise((resolve) => {
        frame.addEventListener('load', resolve);
      });
      document.body.append(frame);
      await loaded;
      window.initiator = frame.contentWindow;
      return frame;
    },
    { address: url, flags: sandbox },
  );
  return handle.contentFrame();
}

/** Waits until an initiator has said that it is ready, and answers the origin that it has. */
export async function readiness(page: Page): Promise<string | undefined> {
  const ready = await page.waitForFunction(() => window.told?.find(({ type }) => type === 'ready'));
  return (await ready.jsonValue())?.origin;
}

/** Has an initiator make a call, and waits for what it observed. */
export async function order(page: Page, url: string, details: Partial<Call> = {}) {
  const id = `call ${Math.random()}`;
  await command(page, url, details, id);
  const told = await page.waitForFunction(
    (wanted) => window.told?.find((each) => each.type === 'observed' && each.id === wanted),
    id,
  );
  return (await told.jsonValue())?.observation;
}

/** The same without waiting for an answer, as nobody may get one. */
export async function command(page: Page, url: string, details: Partial<Call> = {}, id = 'x'): Promise<void> {
  await page.evaluate((message) => window.initiator?.postMessage(message, '*'), {
    lab: 1,
    type: 'call',
    id,
    url,
    call: { ...call, ...details },
  });
}

/** Lets an initiator send the form that it said it has. */
export async function letSend(page: Page): Promise<void> {
  await page.evaluate(() => window.initiator?.postMessage({ lab: 1, type: 'send' }, '*'));
}

/** Counts the messages that come to an initiator, so that a test knows that it had the chance to obey. */
export async function count(initiator: Page | Frame): Promise<() => Promise<number>> {
  await initiator.evaluate(() => {
    window.received = 0;
    window.addEventListener('message', () => (window.received = (window.received ?? 0) + 1));
  });
  return () => initiator.evaluate(() => window.received ?? 0);
}
