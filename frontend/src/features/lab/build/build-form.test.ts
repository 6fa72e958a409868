import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../api/api-error';
import { experiments } from '../experiments/chapters';
import type { LabReply, Setup } from '../runs/setup';
import { formOf, startingForm, type BuildForm, type ReplyForm } from './build-form';
import { reduceForm, type FormAction } from './form-reducer';
import { readForm, refusedFields } from './read-form';

const page = 'http://localhost:5173';
const everywhere = ['another-port', 'another-site', 'subdomain', 'null'] as const;
const start = startingForm('client');

function read(form: BuildForm) {
  return readForm(form, everywhere, page);
}

function after(...actions: readonly FormAction[]): BuildForm {
  return actions.reduce(reduceForm, start);
}

function answering(part: Partial<ReplyForm>): BuildForm {
  return after({ type: 'reply-changed', server: 'server', reply: 'response', part });
}

/** Of lines with other names the order means nothing. */
function sorted(reply: LabReply | null): LabReply | null {
  return (
    reply && { ...reply, headers: reply.headers.toSorted((one, other) => one.name.localeCompare(other.name)) }
  );
}

function comparable({ calls, server, redirectTarget }: Setup) {
  const servers = [server, redirectTarget].map(
    (each) => each && { preflight: sorted(each.preflight), response: sorted(each.response) },
  );
  return { calls, servers };
}

describe('takes a setup to be changed, and loses nothing of it', () => {
  test.each(experiments.map(({ id, setup }) => [id, setup('client')] as const))('%s', (_, setup) => {
    const { setup: again, errors } = read(formOf(setup, page));
    expect(comparable(again)).toEqual(comparable(setup));
    expect(errors).toEqual({});
  });

  test('of headers that are sent twice, empty, or with another value than the form’s', () => {
    const [first] = experiments;
    const setup = first?.setup('client') ?? expect.unreachable();
    const headers = [
      { name: 'Access-Control-Allow-Origin', value: '*' },
      { name: 'access-control-allow-origin', value: page },
      { name: 'Access-Control-Allow-Credentials', value: 'TRUE' },
      { name: 'Access-Control-Allow-Methods', value: '' },
    ];
    const odd = { ...setup, server: { ...setup.server, response: { ...setup.server.response, headers } } };
    const form = formOf(odd, page);
    expect(form.server.response).toMatchObject({
      allowOrigin: 'any',
      allowCredentials: false,
      allowMethods: '',
    });
    expect(read(form).setup.server.response.headers).toEqual(headers);
  });
});

test.each<[ReplyForm['allowOrigin'], string | undefined]>([
  ['none', undefined],
  ['echo', '{origin}'],
  ['any', '*'],
  ['page', page],
  ['text', 'https://app.example.com/'],
])('sends for an Allow-Origin of “%s”: %s', (allowOrigin, value) => {
  const form = answering({ allowOrigin, allowOriginText: 'https://app.example.com/' });
  const { headers } = read(form).setup.server.response;
  expect(headers.find(({ name }) => name === 'Access-Control-Allow-Origin')?.value).toBe(value);
  expect(formOf(read(form).setup, page).server.response.allowOrigin).toBe(allowOrigin);
});

test.each<[string, BuildForm, string]>([
  ['no method', after({ type: 'call-changed', index: 0, part: { method: ' ' } }), 'calls.0.method'],
  [
    'a header without a name',
    after({ type: 'call-changed', index: 0, part: { headers: [{ name: '', value: 'x' }] } }),
    'calls.0.headers.0',
  ],
  ['a stream', after({ type: 'call-changed', index: 0, part: { bodyKind: 'stream' } }), 'calls.0.body'],
  ['a status of 99', answering({ status: '99' }), 'server.response.status'],
  ['a status of words', answering({ status: 'OK' }), 'server.response.status'],
  ['a redirect of 200', answering({ redirects: true, status: '200' }), 'server.response.status'],
  ['a long delay', answering({ delay: '5001' }), 'server.response.delay'],
  ['no origin', answering({ allowOrigin: 'text', allowOriginText: ' ' }), 'server.response.allowOrigin'],
  ['a letter beyond ASCII', answering({ exposeHeaders: 'naïve' }), 'server.response.exposeHeaders'],
  [
    'a long value',
    answering({ others: [{ name: 'Vary', value: 'x'.repeat(1025) }] }),
    'server.response.others.0',
  ],
  [
    'too many headers',
    answering({ others: Array.from({ length: 21 }, () => ({ name: 'Vary', value: 'x' })) }),
    'server.response.headers',
  ],
])('complains of %s', (_, form, field) => {
  const changed =
    form.server.response.redirects && form.server.response.status === '302'
      ? reduceForm(form, {
          type: 'reply-changed',
          server: 'server',
          reply: 'response',
          part: { status: '200' },
        })
      : form;
  expect(Object.keys(read(changed).errors)).toEqual([field]);
});

test('complains of a page that this server does not offer', () => {
  const form = after({ type: 'call-changed', index: 0, part: { initiator: 'another-site' } });
  expect(read(form).errors).toEqual({});
  expect(Object.keys(readForm(form, [], page).errors)).toEqual(['calls.0.initiator']);
});

test('leaves out empty header rows, and the second server while nothing redirects', () => {
  const form = after({ type: 'call-changed', index: 0, part: { headers: [{ name: '', value: '' }] } });
  expect(read(form).setup.calls[0]?.headers).toEqual([]);
  expect(read(form).setup.redirectTarget).toBeNull();
});

test('gives a redirect its status, and takes it back', () => {
  const redirecting = answering({ redirects: true });
  expect(redirecting.server.response.status).toBe('302');
  expect(read(redirecting).setup.redirectTarget).not.toBeNull();
  const again = reduceForm(redirecting, {
    type: 'reply-changed',
    server: 'server',
    reply: 'response',
    part: { redirects: false },
  });
  expect(again.server.response.status).toBe('200');
});

test('lets a form send only what forms can', () => {
  const [call] = after({ type: 'call-changed', index: 0, part: { via: 'form' } }).calls;
  expect(call).toMatchObject({ via: 'form', method: 'POST', bodyKind: 'urlsearchparams' });
});

test('makes one to four calls', () => {
  const add: FormAction = { type: 'call-added' };
  const most = after(add, add, add, add);
  expect(most.calls).toHaveLength(4);
  expect(most.calls[3]).toEqual(start.calls[0]);
  const remove: FormAction = { type: 'call-removed', index: 0 };
  expect([remove, remove, remove, remove].reduce(reduceForm, most).calls).toHaveLength(1);
});

test('answers preflights, or as a server that knows none', () => {
  const form = after({ type: 'preflight-answered', server: 'server', answers: false });
  expect(read(form).setup.server.preflight).toBeNull();
  expect(read(start).setup.server.preflight).not.toBeNull();
});

test('finds the fields that the server complains of', () => {
  const violations = [
    { field: 'response.status', message: 'status' },
    { field: 'preflight.headers[1].value', message: 'methods' },
    { field: 'response.headers[1].value', message: 'vary' },
    { field: 'response.delayMillis', message: 'delay' },
    { field: 'nothing.known', message: 'else' },
  ];
  const error = new ProblemError({ status: 400, violations });
  expect(refusedFields(error, start, page)).toEqual({
    'server.response.status': 'status',
    'server.preflight.allowMethods': 'methods',
    'server.response.others.0': 'vary',
    'server.response.delay': 'delay',
  });
});
