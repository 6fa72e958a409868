import type { InitiatorName, LabCall, LabReply, Setup } from '../src/features/lab/runs/setup';

/** A form that is sent as such, by POST. */
export function formOf(initiator: InitiatorName): LabCall {
  const request = { credentials: 'include', mode: 'no-cors', redirect: 'follow' } as const;
  return { initiator, via: 'form', method: 'POST', headers: [], body: { kind: 'formdata' }, ...request };
}

const reply: LabReply = { status: 200, headers: [], cookie: null, redirects: false, delayMillis: 0 };

/** Forms to a server that does nothing but answer. */
export function answeredForms(calls: readonly LabCall[], delayMillis = 0): Setup {
  return { calls, server: { preflight: null, response: { ...reply, delayMillis } }, redirectTarget: null };
}

const cookie = { sameSite: 'Lax', secure: false, partitioned: false } as const;

/** A form of another site, sent twice: its redirect makes a GET of it, which may carry the Lax cookie. */
export const redirectedForm: Setup = {
  calls: [formOf('another-site'), formOf('another-site')],
  server: { preflight: null, response: { ...reply, status: 303, redirects: true, cookie } },
  redirectTarget: { preflight: null, response: reply },
};
