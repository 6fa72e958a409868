const windowName = 'preflight-lab';
/** In milliseconds, until the browser has emptied the window. */
const patience = 10_000;
const beforeRetry = 100;
const pause = 4;

/** The one window that the Lab opens. It shows what initiators need it to, one page after the other. */
export class LabWindow {
  private opened: Window | null = null;

  /** To be called while a click is handled. @returns whether the browser let it */
  open(): boolean {
    if (this.isOpen()) return true;
    this.opened = window.open('', windowName, 'popup,width=460,height=320');
    return this.opened !== null;
  }

  private isOpen(): boolean {
    return this.opened !== null && !this.opened.closed;
  }

  /**
   * Shows an empty page, whatever the window was about to show, and waits for it. Browsers drop a navigation that begins
   * while the one before arrives: a form would never be sent, and a page never appear. The empty page may be dropped,
   * too, but it alone can be seen, and asked for again without harm.
   *
   * @returns the window, or null if there is none
   */
  async clear(): Promise<Window | null> {
    const { opened } = this;
    if (opened === null) return null;
    const before = documentOf(opened);
    const deadline = Date.now() + patience;
    while (!opened.closed && Date.now() < deadline) {
      opened.location.replace('about:blank');
      const retryAt = Date.now() + beforeRetry;
      while (Date.now() < retryAt) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        const now = documentOf(opened);
        if (now !== null && now !== before) return opened;
      }
    }
    return null;
  }

  /** Sends a real form of this page into the window. */
  submit(form: HTMLFormElement): void {
    form.target = windowName;
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

/** @returns null while it shows a page of another origin */
function documentOf(opened: Window): Document | null {
  try {
    return opened.document;
  } catch {
    return null;
  }
}
