import { formEncoding } from '../runs/call-request';
import type { LabCall } from '../runs/setup';
import type { Body } from '../standard/lab-request';

/** A call as somebody would write it, without what says nothing new. */
export function callCode(call: LabCall): string {
  if (call.via === 'form') {
    return `<form method="${call.method}" enctype="${formEncoding(call.body)}" action="…">`;
  }
  const { method, headers, credentials, mode, redirect, body } = call;
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quote(method)},`]),
    ...(headers.length === 0
      ? []
      : [`headers: { ${headers.map(({ name, value }) => `${quote(name)}: ${quote(value)}`).join(', ')} },`]),
    ...(credentials === 'same-origin' ? [] : [`credentials: ${quote(credentials)},`]),
    ...(mode === 'cors' ? [] : [`mode: ${quote(mode)},`]),
    ...(redirect === 'follow' ? [] : [`redirect: ${quote(redirect)},`]),
    ...(body.kind === 'none' ? [] : [`body: ${bodyCode(body)},`]),
  ];
  return options.length === 0
    ? 'fetch(url)'
    : `fetch(url, {\n${options.map((line) => `  ${line}\n`).join('')}})`;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function bodyCode(body: Exclude<Body, { kind: 'none' }>): string {
  switch (body.kind) {
    case 'none':
      return 'undefined';
    case 'string':
      return "'Lab'";
    case 'urlsearchparams':
      return "new URLSearchParams({ lab: '1' })";
    case 'formdata':
      return 'new FormData(form)';
    case 'blob':
      return body.type === '' ? "new Blob(['{}'])" : `new Blob(['{}'], { type: ${quote(body.type)} })`;
    case 'arraybuffer':
      return "new TextEncoder().encode('Lab').buffer";
    case 'stream':
      return "new Blob(['Lab']).stream()";
  }
}
