import type { CallResult, RunResult } from '../runs/run-result';
import { explainReason } from '../standard/explanation';

/** Whether a run sent nothing at all: then there is nothing to repeat, and no server to be tested. */
export function sentNothing({ calls }: RunResult): boolean {
  return calls.every(({ recorded, predicted }) => recorded.length + predicted.prediction.sent.length === 0);
}

/**
 * Why a call never left the browser, in lines for a comment: printable ASCII, whatever a hostile link named.
 *
 * @returns null if something was sent
 */
export function whyUnsent(call: CallResult, { calls }: RunResult): readonly string[] | null {
  if (call.recorded.length > 0) return null;
  const name = calls.length === 1 ? '' : `Call ${calls.indexOf(call) + 1} of ${calls.length}: `;
  const { sent, trace } = call.predicted.prediction;
  const reason = sent.length === 0 ? explainReason(trace) : null;
  if (reason === null) return [`${name}The server recorded no request of this call.`];
  const { what, why, todo } = reason;
  return [
    name + what,
    why,
    'No server can change that: it never learns of the call. What the page can do:',
    todo,
  ].map(inAscii);
}

function inAscii(text: string): string {
  return text
    .replaceAll(/[“”]/g, '"')
    .replaceAll('’', "'")
    .replace(/[^ -~]/gu, '?');
}
