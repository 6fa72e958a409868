import { InitiatorError } from './initiator-error';
import { callMessage, readMessage, sendMessage } from './initiator-messages';
import { formSent } from './observation';
import type { Observation } from './run-result';
import { longestCall, type LabCall } from './setup';

/** In milliseconds, until a page is there. */
const patience = 10_000;

interface PeerOptions {
  /** Whether a page by an address with this query is the one that was asked for, and not one before. */
  readonly isAwaited: (search: string) => boolean;
  readonly cleanUp?: () => void;
}

/** A page that does as it is told, in its window or frame. */
export class Peer {
  readonly ready: Promise<boolean>;
  private readonly target: Window;
  private readonly origin: string;
  private readonly options: PeerOptions;
  private readonly waiting = new Map<number, (observation: Observation | null) => void>();
  private count = 0;
  private isClosed = false;

  constructor(target: Window, origin: string, options: PeerOptions) {
    this.target = target;
    this.origin = origin;
    this.options = options;
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
    const message = readMessage(data);
    if (message?.type === 'ready' && this.options.isAwaited(message.search)) this.settle(0, formSent);
    if (message?.type === 'observed') this.settle(message.id, message.observation);
  };

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    window.removeEventListener('message', this.hear);
    for (const id of [...this.waiting.keys()]) this.settle(id, null);
    this.options.cleanUp?.();
  }
}

export function frame(url: string): Peer {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.title = 'A page without an origin, which the Lab calls from';
  element.hidden = true;
  document.body.append(element);
  const { contentWindow } = element;
  if (contentWindow === null) throw new InitiatorError('initiator-missing', 'null');
  const peer = new Peer(contentWindow, 'null', {
    isAwaited: () => true,
    cleanUp: () => {
      element.remove();
    },
  });
  element.src = `${url}#${window.location.origin}`;
  return peer;
}
