import { replyOf } from '../runs/run-description';
import type { Setup } from '../runs/setup';
import type { Prediction } from '../standard/prediction';
import { reasonOf } from '../standard/trace';

/**
 * The browser looks at the headers of a preflight’s answer before its status, and stops at the first that is wrong. Who
 * mends the headers would be stopped again by the status, so that is told at once.
 *
 * @returns null where the status is right, or is the reason itself
 */
export function preflightStatusSentence(
  { server, redirectTarget }: Setup,
  { sent, trace }: Prediction,
): string | null {
  const last = sent.at(-1);
  if (last?.kind !== 'preflight') return null;
  const asked = last.url === sent[0]?.url ? server : (redirectTarget ?? server);
  const { status } = replyOf(asked, 'preflight');
  const reason = reasonOf(trace)?.rule;
  const isReason = reason === 'preflight-ok-status' || reason === 'preflight-not-redirected';
  if (isReason || (status >= 200 && status <= 299)) return null;
  return `The preflight is answered with ${status}, which is not ok: whatever its headers say, it needs a status from 200 to 299.`;
}
