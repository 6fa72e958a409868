import { formEncoding } from './call-request';
import { InitiatorError } from './initiator-error';
import { LabWindow } from './lab-window';
import { formSent, observe } from './observation';
import { frame, Peer } from './peer';
import type { Observation } from './run-result';
import type { InitiatorName, LabCall } from './setup';

/** The pages that this server offers to call from. */
export type InitiatorPages = readonly { readonly name: InitiatorName; readonly url: string }[];

/**
 * The pages that calls start from, one at a time: this one; one window, which changes its address from one initiator to
 * the next, because a click may open one window and no more; and a sandboxed frame of this page.
 */
export class Initiators {
  private readonly pages: InitiatorPages;
  private readonly window = new LabWindow();
  private current: { readonly name: InitiatorName; readonly peer: Peer } | null = null;

  constructor(pages: InitiatorPages) {
    this.pages = pages;
  }

  /** To be called while a click is handled, or the browser blocks the window. */
  prepare(calls: readonly LabCall[]): void {
    const first = calls.find(needsWindow);
    if (first !== undefined) this.openWindow(first.initiator);
  }

  /** Likewise, for calls that are not known yet. */
  openWindow(initiator: InitiatorName): void {
    if (this.window.get() !== null) return;
    this.leavePage();
    const page = this.pageFor(initiator);
    const opened = this.window.open(page?.url ?? null);
    if (opened === null) throw new InitiatorError('window-blocked', initiator);
    if (page === undefined) return;
    const peer = this.peerIn(opened, page.url);
    this.window.untilArrival(page.url, peer.ready);
    this.current = { name: page.name, peer };
  }

  /** What the window has to show before a call: the page that makes it, or any one if this page does. */
  private pageFor(initiator: InitiatorName): InitiatorPages[number] | undefined {
    return this.pages.find(({ name }) => (initiator === 'client' ? name !== 'null' : name === initiator));
  }

  async call(url: string, call: LabCall): Promise<Observation> {
    if (call.initiator !== 'client') return (await this.peer(call.initiator)).call(url, call);
    if (call.via === 'fetch') return observe(url, call);
    await this.settleWindow();
    if (this.window.get() === null) throw new InitiatorError('window-closed', 'client');
    this.window.submit(formOf(url, call));
    return formSent;
  }

  /** After a form the window shows its answer, and is nobody's page. */
  private leavePage(): void {
    this.current?.peer.close();
    this.current = null;
  }

  private async peer(name: InitiatorName): Promise<Peer> {
    const known = this.peerThere(name);
    if (known !== null && (await known.ready)) return known;
    // Its page may have had too little time since the click.
    const peer = this.newPeer(name);
    if (await peer.ready) return peer;
    throw new InitiatorError(peer.isThere() ? 'initiator-missing' : 'window-closed', name);
  }

  private peerThere(name: InitiatorName): Peer | null {
    return this.current?.name === name && this.current.peer.isThere() ? this.current.peer : null;
  }

  private newPeer(name: InitiatorName): Peer {
    this.leavePage();
    const page = this.pageFor(name);
    if (page === undefined) throw new InitiatorError('initiator-missing', name);
    const peer = name === 'null' ? frame(page.url) : this.navigate(page.url, name);
    this.current = { name, peer };
    return peer;
  }

  private navigate(url: string, name: InitiatorName): Peer {
    const opened = this.window.get();
    if (opened === null) throw new InitiatorError('window-closed', name);
    const peer = this.peerIn(opened, url);
    this.window.visit(url, peer.ready);
    return peer;
  }

  private peerIn(opened: Window, url: string): Peer {
    return new Peer(opened, new URL(url).origin, { isAwaited: (search) => this.window.isLast(search) });
  }

  /** A form is lost for good if an answer arrives as it leaves. A page tells when it is there, and can be asked again. */
  private async settleWindow(): Promise<void> {
    const page = this.pageFor('client');
    if (page !== undefined) await this.peer(page.name);
    this.leavePage();
  }

  close(): void {
    this.leavePage();
    this.window.close();
  }
}

function needsWindow({ initiator, via }: LabCall): boolean {
  return initiator !== 'null' && (initiator !== 'client' || via === 'form');
}

function formOf(url: string, { method, body }: LabCall): HTMLFormElement {
  const form = document.createElement('form');
  form.method = method;
  form.action = url;
  form.enctype = formEncoding(body);
  const field = document.createElement('input');
  field.name = 'lab';
  field.value = '1';
  form.append(field);
  return form;
}
