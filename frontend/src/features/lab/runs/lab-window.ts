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

  /**
   * Opens it at a page, not empty: WebKit parts a window from the Lab's page that goes from `about:blank` to a page without
   * the Lab's opener policy. To be called while a click is handled.
   *
   * @param url null where there is no page; in WebKit the window can then be parted by its first answer
   * @returns null if the browser did not let it
   */
  open(url: string | null): Window | null {
    const address = url === null ? '' : this.addressed(url);
    this.opened = window.open(address, this.name, 'popup,width=460,height=320');
    return this.opened;
  }

  /** @returns null if it is not open, or no longer */
  get(): Window | null {
    return this.opened === null || this.opened.closed ? null : this.opened;
  }

  /** Leads it to a page that is not there yet, as `untilArrival` does. */
  visit(url: string, arrival: Promise<unknown>): void {
    this.lead(url);
    this.untilArrival(url, arrival);
  }

  /**
   * Asks for a page again until that has told that it is there: Chromium drops a navigation that begins while the one
   * before arrives.
   */
  untilArrival(url: string, arrival: Promise<unknown>): void {
    let retry = firstRetry;
    const again = () => {
      this.lead(url);
      retry *= 2;
      timer = setTimeout(again, retry);
    };
    let timer = setTimeout(again, retry);
    void arrival.then(() => {
      clearTimeout(timer);
    });
  }

  private lead(url: string): void {
    this.get()?.location.replace(this.addressed(url));
  }

  /** Whether a page is the last one that was asked for, by the query of its address. */
  isLast(search: string): boolean {
    return search === `?${this.visits}`;
  }

  /** Another address each time, so that the page is loaded anew, and a form that is on its way given up. */
  private addressed(url: string): string {
    this.visits += 1;
    return `${url}?${this.visits}#${window.location.origin}`;
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
