/** In milliseconds, until a page is asked for again; doubled each time. */
const firstRetry = 1_000;

let windows = 0;

/**
 * The one window that a run may open. It shows what initiators need it to, one page after the other. Each run has one of
 * its own, or two at a time would take each other's pages away.
 */
export class LabWindow {
  private readonly name: string;
  private opened: Window | null = null;
  private visits = 0;

  constructor() {
    windows += 1;
    this.name = `preflight-lab-${windows}`;
  }

  /** To be called while a click is handled. @returns whether the browser let it */
  open(): boolean {
    if (this.get() !== null) return true;
    this.opened = window.open('', this.name, 'popup,width=460,height=320');
    return this.opened !== null;
  }

  /** @returns null if it is not open, or no longer */
  get(): Window | null {
    return this.opened === null || this.opened.closed ? null : this.opened;
  }

  /**
   * Leads it to a page, and asks for that again until the page has told that it is there: Chromium drops a navigation that
   * begins while the one before arrives.
   */
  visit(url: string, arrival: Promise<unknown>): void {
    let retry = firstRetry;
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      this.visits += 1;
      // Another address each time, so that the page is loaded anew, and a form that is on its way given up.
      this.get()?.location.replace(`${url}?${this.visits}#${window.location.origin}`);
      timer = setTimeout(go, retry);
      retry *= 2;
    };
    go();
    void arrival.then(() => {
      clearTimeout(timer);
    });
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
    this.get()?.close();
    this.opened = null;
  }
}
