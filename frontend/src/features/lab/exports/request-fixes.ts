import { normalizeMethod } from '../standard/methods';
import { pageCall, pageFix, serverFix, type FixTable } from './server-fix';

type RequestRule =
  | 'url-usable'
  | 'method-valid'
  | 'method-not-forbidden'
  | 'header-valid'
  | 'body-allowed'
  | 'no-cors-method'
  | 'no-cors-redirect'
  | 'mode-reaches-target';

type NeedRule =
  | 'safelisted-method'
  | 'safelisted-header-name'
  | 'safelisted-value-length'
  | 'safelisted-value-bytes'
  | 'safelisted-content-type'
  | 'safelisted-range'
  | 'safelisted-total-length'
  | 'body-known-length'
  | 'method-cached'
  | 'header-cached';

const withCors = 'Leave the mode out, which means cors, and let the server allow the page’s origin.';
const letItAsk = 'A preflight is nothing bad: let the server answer it, and allow what it asks for.';
const letItRemember = 'Let the answer to the preflight say how long it counts, and name everything at once.';

export const requestFixes: FixTable<RequestRule> = {
  'url-usable': (_, { call }) =>
    pageFix(
      'Write the address with scheme and host, and a password in a header or the body.',
      pageCall(call, {}, "const url = 'https://api.example/items';"),
    ),
  'method-valid': ({ method }, { call }) => {
    const letters = wordOf(method);
    return pageFix(
      'No server can allow it, because no browser sends it. Write the method as one word.',
      pageCall(call, { method: letters === '' ? 'GET' : normalizeMethod(letters) }),
    );
  },
  'method-not-forbidden': (_, { call }) => {
    const method = call.body.kind === 'none' ? 'GET' : 'POST';
    return pageFix(
      'No server can allow it, because browsers let no page use this method. Use another.',
      pageCall(call, { method }),
    );
  },
  'header-valid': ({ name }, { call }) => {
    const headers = call.headers.map((header) =>
      header.name !== name
        ? header
        : {
            name: wordOf(name) === '' ? 'X-Name' : wordOf(name),
            value: isSendable(header.value) ? header.value : encodeURIComponent(header.value.toWellFormed()),
          },
    );
    return pageFix('Write the name as one word, and encode the value.', pageCall(call, { headers }));
  },
  'body-allowed': (_, { call }) => pageFix('Send the body with POST.', pageCall(call, { method: 'POST' })),
  'no-cors-method': (_, asked) =>
    serverFix(asked, withCors, { page: pageCall(asked.call, { mode: 'cors' }) }),
  'no-cors-redirect': (_, { call }) =>
    pageFix('In mode no-cors redirects have to be followed.', pageCall(call, { redirect: 'follow' })),
  'mode-reaches-target': (_, asked) =>
    serverFix(asked, withCors, { page: pageCall(asked.call, { mode: 'cors' }) }),
};

export const needFixes: FixTable<NeedRule> = {
  'safelisted-method': (_, asked) => serverFix(asked, letItAsk),
  'safelisted-header-name': ({ name }, asked) => serverFix(asked, letItAsk, { headers: [name] }),
  'safelisted-value-length': ({ name }, asked) => serverFix(asked, letItAsk, { headers: [name] }),
  'safelisted-value-bytes': ({ name }, asked) => serverFix(asked, letItAsk, { headers: [name] }),
  'safelisted-content-type': (_, asked) => serverFix(asked, letItAsk),
  'safelisted-range': (_, asked) => serverFix(asked, letItAsk, { headers: ['Range'] }),
  'safelisted-total-length': (_, asked) => serverFix(asked, letItAsk),
  'body-known-length': (_, asked) => serverFix(asked, letItAsk),
  'method-cached': (_, asked) => serverFix(asked, letItRemember),
  'header-cached': ({ name }, asked) => serverFix(asked, letItRemember, { headers: [name] }),
};

function wordOf(text: string): string {
  return text.replace(/[^!#$%&'*+\-.^_`|~0-9A-Za-z]/g, '');
}

/** {@link https://fetch.spec.whatwg.org/#header-value | Fetch, header value} */
function isSendable(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  return !/[\u0000\n\r]|[^\u0000-\u00ff]/.test(value);
}
