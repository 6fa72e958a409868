import type { Header } from '../standard/lab-request';
import type { InitiatorName, LabCall, LabReply, LabServer, Setup } from '../runs/setup';

/** One thing to find out, in one click. */
export interface Experiment {
  /** Of its address, and for good: people link to it. */
  readonly id: string;
  readonly title: string;
  /** What is tried. */
  readonly expectation: string;
  readonly question: string;
  /** Two or three, of which one is right. */
  readonly answers: readonly Answer[];
  /** @param foreign a page of another origin than the server's */
  readonly setup: (foreign: InitiatorName) => Setup;
  /** What to take away, in sentences that need no picture. */
  readonly lesson: string;
  readonly more?: { readonly to: string; readonly text: string };
}

export interface Answer {
  readonly text: string;
  readonly isRight: boolean;
}

export interface Chapter {
  readonly title: string;
  readonly lead: string;
  readonly experiments: readonly Experiment[];
}

/** The answers to a question, the right one marked by its number. */
export function answers(right: 1 | 2 | 3, ...texts: readonly string[]): readonly Answer[] {
  return texts.map((text, index) => ({ text, isRight: index === right - 1 }));
}

/** Whether the answer can be read, the question that most of this is about. */
export function reads(right: 1 | 2 | 3): Pick<Experiment, 'question' | 'answers'> {
  return {
    question: 'What do you expect?',
    answers: answers(
      right,
      'The page reads the answer.',
      'The request reaches the server, and the page may not read the answer.',
      'The browser does not send the request.',
    ),
  };
}

/** A call of fetch as it is when nothing is said. */
export function call(initiator: InitiatorName, part: Partial<LabCall> = {}): LabCall {
  return {
    initiator,
    via: 'fetch',
    method: 'GET',
    headers: [],
    credentials: 'same-origin',
    mode: 'cors',
    redirect: 'follow',
    body: { kind: 'none' },
    ...part,
  };
}

/** An answer by its status and header lines. */
export function reply(
  status: number,
  lines: Readonly<Record<string, string>> = {},
  part: Partial<LabReply> = {},
): LabReply {
  const headers: readonly Header[] = Object.entries(lines).map(([name, value]) => ({ name, value }));
  return { status, headers, cookie: null, redirects: false, delayMillis: 0, ...part };
}

/** A server that answers preflights only where it is said how. */
export function server(response: LabReply, preflight: LabReply | null = null): LabServer {
  return { preflight, response };
}

export function setup(
  calls: readonly LabCall[],
  first: LabServer,
  redirectTarget: LabServer | null = null,
): Setup {
  return { calls, server: first, redirectTarget };
}

/** What names the page's own origin, whatever that is. */
export const echo = { 'Access-Control-Allow-Origin': '{origin}', Vary: 'Origin' } as const;

export const echoWithCredentials = { ...echo, 'Access-Control-Allow-Credentials': 'true' } as const;

/** Set by the call that logs in, and by no later one. */
export const loginCookie = { sameSite: 'Lax', secure: false, partitioned: false, method: 'POST' } as const;

export const laxCookie = { sameSite: 'Lax', secure: false, partitioned: false } as const;
