import { pageFetch, type PageAnswer } from '../../../api/page-fetch';
import { requestInit } from './call-request';
import type { Observation } from './run-result';
import type { LabCall } from './setup';

/** Makes a call from this very page. */
export async function observe(url: string, call: LabCall): Promise<Observation> {
  const start = performance.now();
  const answer = await pageFetch(url, requestInit(call));
  return { ...observationOf(answer), millis: Math.round(performance.now() - start) };
}

const unread = { status: 0, headers: [], body: null, error: null } as const;

function observationOf(answer: PageAnswer): Omit<Observation, 'millis'> {
  if (answer.kind === 'error') {
    const { name, message } = answer;
    return { ...unread, outcome: 'error', error: { name, message } };
  }
  const { type, status, headers, body } = answer;
  if (type === 'opaque') return { ...unread, outcome: 'opaque' };
  if (type === 'opaqueredirect') return { ...unread, outcome: 'opaque-redirect' };
  return { outcome: 'readable', status, headers, body, error: null };
}

/** A form is sent and never heard of again by the page that sent it. */
export const formSent: Observation = { ...unread, outcome: 'sent', millis: 0 };
