import { formEncoding } from './call-request';
import { callMessage, readMessage, sendMessage, type InitiatorMessage } from './initiator-messages';
import { LabWindow } from './lab-window';
import { formSent, observe } from './observation';
import type { Observation } from './run-result';
import { longestCall, type InitiatorName, type LabCall } from './setup';

/** The pages that this server offers to call from. */
export type InitiatorPages = readonly { readonly name: InitiatorName; readonly url: string }[];

/** What became of a page that a call was to start from. */
export type InitiatorFailure =
  /** The browser did not let the Lab open a window. */
  | 'window-blocked'
  /** The window was closed before the run was over. */
  | 'window-closed'
  /** This server does not offer the page, or it did not answer. */
  | 'initiator-missing';

/** Why a call could not be made at all. */
export class InitiatorError extends Error {
  override readonly name = 'InitiatorError';
  readonly kind: InitiatorFailure;
  readonly initiator: InitiatorName;

  constructor(kind: InitiatorFailure, initiator: InitiatorName) {
    super(`${kind}: ${initiator}`);
    this.kind = kind;
    this.initiator = initiator;
  }
}

/** In milliseconds, until a page is there. */
const patience = 10_000;

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
    if (!this.window.open()) throw new InitiatorError('window-blocked', initiator);
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
    if (this.current?.name === name && this.current.peer.isThere()) return this.current.peer;
    this.leavePage();
    const page = this.pages.find((each) => each.name === name);
    if (page === undefined) throw new InitiatorError('initiator-missing', name);
    const peer = name === 'null' ? frame(page.url) : this.navigate(page.url, name);
    this.current = { name, peer };
    if (await peer.ready) return peer;
    throw new InitiatorError(peer.isThere() ? 'initiator-missing' : 'window-closed', name);
  }

  private navigate(url: string, name: InitiatorName): Peer {
    const opened = this.window.get();
    if (opened === null) throw new InitiatorError('window-closed', name);
    const peer = new Peer(opened, new URL(url).origin);
    this.window.visit(url, peer.ready);
    return peer;
  }

  /** A form is lost for good if an answer arrives as it leaves. A page tells when it is there, and can be asked again. */
  private async settleWindow(): Promise<void> {
    const page = this.pages.find(({ name }) => name !== 'null' && name !== 'client');
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

/** A page that does as it is told, in its window or frame. */
class Peer {
  readonly ready: Promise<boolean>;
  private readonly target: Window;
  private readonly origin: string;
  private readonly cleanUp: () => void;
  private readonly waiting = new Map<number, (observation: Observation | null) => void>();
  private count = 0;
  private isClosed = false;

  constructor(target: Window, origin: string, cleanUp: () => void = () => undefined) {
    this.target = target;
    this.origin = origin;
    this.cleanUp = cleanUp;
    this.ready = new Promise((resolve) => {
      this.expect(0, patience, (observation) => {
        resolve(observation !== null);
      });
    });
    window.addEventListener('message', this.hear);
  }

  isThere(): boolean {
    return !this.isClosed && !this.target.closed;
  }

  async call(url: string, call: LabCall): Promise<Observation> {
    this.count += 1;
    const id = this.count;
    const observed = new Promise<Observation | null>((resolve) => {
      this.expect(id, longestCall, resolve);
    });
    this.tell(callMessage(id, url, call));
    const observation = await observed;
    if (observation === null) throw new InitiatorError('initiator-missing', call.initiator);
    if (observation.outcome === 'sent') {
      this.tell(sendMessage);
      // Its window shows the form's answer now.
      this.close();
    }
    return observation;
  }

  private tell(message: unknown): void {
    // An opaque origin can't be named as a target.
    this.target.postMessage(message, this.origin === 'null' ? '*' : this.origin);
  }

  private expect(id: number, millis: number, settle: (observation: Observation | null) => void): void {
    const timer = setTimeout(() => {
      this.settle(id, null);
    }, millis);
    this.waiting.set(id, (observation) => {
      clearTimeout(timer);
      settle(observation);
    });
  }

  private settle(id: number, observation: Observation | null): void {
    const settle = this.waiting.get(id);
    this.waiting.delete(id);
    settle?.(observation);
  }

  private readonly hear = ({ source, origin, data }: MessageEvent): void => {
    if (source !== this.target || origin !== this.origin) return;
    const message: InitiatorMessage | null = readMessage(data);
    if (message?.type === 'ready') this.settle(0, formSent);
    if (message?.type === 'observed') this.settle(message.id, message.observation);
  };

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    window.removeEventListener('message', this.hear);
    for (const id of [...this.waiting.keys()]) this.settle(id, null);
    this.cleanUp();
  }
}

function frame(url: string): Peer {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.title = 'A page without an origin, which the Lab calls from';
  element.hidden = true;
  document.body.append(element);
  const { contentWindow } = element;
  if (contentWindow === null) throw new InitiatorError('initiator-missing', 'null');
  const peer = new Peer(contentWindow, 'null', () => {
    element.remove();
  });
  element.src = `${url}#${window.location.origin}`;
  return peer;
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
