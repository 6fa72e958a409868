import type { LabCall, LabReply, Setup } from '../src/features/lab/runs/setup';

const form: LabCall = {
  initiator: 'another-site',
  via: 'form',
  method: 'POST',
  headers: [],
  credentials: 'include',
  mode: 'no-cors',
  redirect: 'follow',
  body: { kind: 'formdata' },
};
const reply: LabReply = { status: 200, headers: [], cookie: null, redirects: false, delayMillis: 0 };
const cookie = { sameSite: 'Lax', secure: false, partitioned: false } as const;

/** A form of another site, sent twice: its redirect makes a GET of it, which may carry the Lax cookie. */
export const redirectedForm: Setup = {
  calls: [form, form],
  server: { preflight: null, response: { ...reply, status: 303, redirects: true, cookie } },
  redirectTarget: { preflight: null, response: reply },
};
