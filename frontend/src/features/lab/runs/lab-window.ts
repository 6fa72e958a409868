/** In milliseconds, until the browser has emptied the window. */
const patience = 10_000;
const firstRetry = 100;
const pause = 4;

let windows = 0;
let blanks = 0;

/**
 * The one window that a run may open. It shows what initiators need it to, one page after the other. Each run has one of
 * its own, or two at a time would take each other's pages away.
 */
export class LabWindow {
  private readonly name: string;
  private opened: Window | null = null;

  constructor() {
    windows += 1;
    this.name = `preflight-lab-${windows}`;
  }

  /** To be called while a click is handled. @returns whether the browser let it */
  open(): boolean {
    if (this.isOpen()) return true;
    this.opened = window.open('', this.name, 'popup,width=460,height=320');
    return this.opened !== null;
  }

  private isOpen(): boolean {
    return this.opened !== null && !this.opened.closed;
  }

  /**
   * Shows an empty page, whatever the window was about to show, and waits for it. Chromium drops a navigation that begins
   * while the one before arrives: a form would never be sent, and a page never appear. The empty page may be dropped,
   * too, but it alone can be seen from here, and asked for again without harm.
   *
   * @returns the window, or null if it was closed or could not be emptied
   */
  async clear(): Promise<Window | null> {
    const { opened } = this;
    if (opened === null) return null;
    const deadline = Date.now() + patience;
    for (let retry = firstRetry; !opened.closed && Date.now() < deadline; retry *= 2) {
      // The last one asked for has to be there, or it could itself be what arrives too late.
      blanks += 1;
      const blank = `about:blank?${blanks}`;
      opened.location.replace(blank);
      const retryAt = Math.min(Date.now() + retry, deadline);
      while (Date.now() < retryAt) {
        if (addressOf(opened) === blank) return opened;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return null;
  }

  /** Sends a real form of this page into the window. */
  submit(form: HTMLFormElement): void {
    form.target = this.name;
    form.hidden = true;
    document.body.append(form);
    form.submit();
    form.remove();
  }

  close(): void {
    if (this.isOpen()) this.opened?.close();
    this.opened = null;
  }
}

/** @returns null while it shows a page of another origin, and once it is closed */
function addressOf(opened: Window): string | null {
  try {
    return opened.closed ? null : opened.location.href;
  } catch {
    return null;
  }
}
