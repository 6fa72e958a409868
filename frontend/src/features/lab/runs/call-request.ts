import type { Body } from '../standard/lab-request';
import type { LabCall } from './setup';

/** The call as `fetch` takes it. Throws where the browser knows no such call, as `fetch` would. */
export function requestInit(call: LabCall): RequestInit {
  const { method, credentials, mode, redirect, body } = call;
  const headers = call.headers.map(({ name, value }): [string, string] => [name, value]);
  return { method, credentials, mode, redirect, headers, ...bodyInit(body) };
}

/** What is sent is always the same: of a body only its kind matters. */
function bodyInit(body: Body): RequestInit {
  switch (body.kind) {
    case 'none':
      return {};
    case 'string':
      return { body: 'Lab' };
    case 'urlsearchparams':
      return { body: new URLSearchParams({ lab: '1' }) };
    case 'formdata': {
      const data = new FormData();
      data.set('lab', '1');
      return { body: data };
    }
    case 'blob':
      return { body: new Blob(['{}'], { type: body.type }) };
    case 'arraybuffer':
      return { body: new TextEncoder().encode('Lab').buffer };
    case 'stream':
      return { body: new Blob(['Lab']).stream(), ...{ duplex: 'half' } };
  }
}

/** The encodings that a form has, by the body that it sends. */
export function formEncoding(body: Body): string {
  if (body.kind === 'string') return 'text/plain';
  return body.kind === 'formdata' ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
}
