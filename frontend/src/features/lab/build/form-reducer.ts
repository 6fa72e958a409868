import { isRedirectStatus } from '../standard/preflight-answer';
import { mostCalls, type BuildForm, type CallForm, type ReplyForm, type ServerForm } from './build-form';

/** The server that is called, or the one that it redirects to. */
export type ServerName = 'server' | 'target';
export type ReplyName = 'preflight' | 'response';

export type FormAction =
  | { readonly type: 'call-changed'; readonly index: number; readonly part: Partial<CallForm> }
  | { readonly type: 'call-added' }
  | { readonly type: 'call-removed'; readonly index: number }
  | {
      readonly type: 'reply-changed';
      readonly server: ServerName;
      readonly reply: ReplyName;
      readonly part: Partial<ReplyForm>;
    }
  | { readonly type: 'preflight-answered'; readonly server: ServerName; readonly answers: boolean };

export function reduceForm(form: BuildForm, action: FormAction): BuildForm {
  switch (action.type) {
    case 'call-changed':
      return {
        ...form,
        calls: form.calls.with(action.index, changedCall(callAt(form, action.index), action.part)),
      };
    case 'call-added': {
      const last = form.calls.at(-1);
      if (last === undefined || form.calls.length >= mostCalls) return form;
      return { ...form, calls: [...form.calls, last] };
    }
    case 'call-removed':
      return form.calls.length < 2 ? form : { ...form, calls: form.calls.toSpliced(action.index, 1) };
    case 'reply-changed': {
      const server = form[action.server];
      const reply = changedReply(server[action.reply], action.part);
      return withServer(form, action.server, { ...server, [action.reply]: reply });
    }
    case 'preflight-answered':
      return withServer(form, action.server, { ...form[action.server], answersPreflight: action.answers });
  }
}

function callAt({ calls }: BuildForm, index: number): CallForm {
  const call = calls[index];
  if (call === undefined) throw new Error(`There is no call ${index}.`);
  return call;
}

/** A form knows two methods, and the body of a GET goes into its address. */
function changedCall(before: CallForm, part: Partial<CallForm>): CallForm {
  const call = { ...before, ...part };
  if (call.via === 'fetch') return call;
  const method = call.method.toUpperCase() === 'GET' ? 'GET' : 'POST';
  const isFormBody = ['string', 'urlsearchparams', 'formdata'].includes(call.bodyKind);
  return { ...call, method, bodyKind: isFormBody ? call.bodyKind : 'urlsearchparams' };
}

/** An answer that redirects has another status than one that does not. */
function changedReply(before: ReplyForm, part: Partial<ReplyForm>): ReplyForm {
  const reply = { ...before, ...part };
  if (part.redirects === undefined || part.redirects === before.redirects) return reply;
  const isRedirect = isRedirectStatus(Number(reply.status));
  if (part.redirects && !isRedirect) return { ...reply, status: '302' };
  return !part.redirects && isRedirect ? { ...reply, status: '200' } : reply;
}

function withServer(form: BuildForm, name: ServerName, server: ServerForm): BuildForm {
  return { ...form, [name]: server };
}
