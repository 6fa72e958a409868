import { formEncoding } from '../runs/call-request';
import type { LabCall } from '../runs/setup';
import type { Body } from '../standard/lab-request';
import { scriptString } from './quoting';
import { withoutSecrets } from './secrets';

const defaults = { method: 'GET', credentials: 'same-origin', mode: 'cors', redirect: 'follow' } as const;

/** A call as somebody would write it: the start of a form, or a call of `fetch`. */
export function callCode(call: LabCall): string {
  return call.via === 'form'
    ? `<form method="${call.method}" enctype="${formEncoding(call.body)}" action="…">`
    : fetchCode(call, bodyOptions(call.body));
}

/**
 * The call of `fetch`, without secrets and without what is the default anyway.
 *
 * @param body the options that send it
 */
export function fetchCode(call: LabCall, body: readonly string[]): string {
  const option = (name: keyof typeof defaults) =>
    call[name] === defaults[name] ? [] : [`${name}: ${scriptString(call[name])}`];
  const options = [
    ...option('method'),
    ...headersOption(call),
    ...option('credentials'),
    ...option('mode'),
    ...option('redirect'),
    ...body,
  ];
  if (options.length === 0) return 'fetch(url)';
  return `fetch(url, {\n${options.map((line) => `  ${line},\n`).join('')}})`;
}

/** As pairs where an object would lose some. */
function headersOption({ headers }: LabCall): readonly string[] {
  if (headers.length === 0) return [];
  const lines = withoutSecrets(headers).map(({ name, value }) => [scriptString(name), scriptString(value)]);
  const names = new Set(headers.map(({ name }) => name));
  const isObject = names.size === headers.length && !names.has('__proto__');
  return [
    isObject
      ? `headers: { ${lines.map((pair) => pair.join(': ')).join(', ')} }`
      : `headers: [${lines.map((pair) => `[${pair.join(', ')}]`).join(', ')}]`,
  ];
}

/** What the Lab sends as a body; `form` is one with the field `lab`. */
export function bodyOptions(body: Body): readonly string[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'string':
      return ["body: 'Lab'"];
    case 'urlsearchparams':
      return ["body: new URLSearchParams({ lab: '1' })"];
    case 'formdata':
      return ['body: new FormData(form)'];
    case 'blob': {
      const type = body.type === '' ? '' : `, { type: ${scriptString(body.type)} }`;
      return [`body: new Blob(['{}']${type})`];
    }
    case 'arraybuffer':
      return ["body: new TextEncoder().encode('Lab').buffer"];
    case 'stream':
      return ["body: new Blob(['Lab']).stream()", "...{ duplex: 'half' }"];
  }
}
