import { isHeaderValue } from '../standard/classification';
import { normalizeMethod } from '../standard/methods';
import { corsFix, pageCall, pageFix, serverFix, type FixTable } from './server-fix';

const letItAsk = 'A preflight is nothing bad: let the server answer it, and allow what it asks for.';
const letItRemember = 'Let the answer to the preflight say how long it counts, and name everything at once.';

export const requestFixes = {
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
            value: isHeaderValue(header.value)
              ? header.value
              : encodeURIComponent(header.value.toWellFormed()),
          },
    );
    return pageFix('Write the name as one word, and encode the value.', pageCall(call, { headers }));
  },
  'body-allowed': (_, { call }) => pageFix('Send the body with POST.', pageCall(call, { method: 'POST' })),
  'no-cors-method': (_, asked) => corsFix(asked),
  'no-cors-redirect': (_, { call }) =>
    pageFix('In mode no-cors redirects have to be followed.', pageCall(call, { redirect: 'follow' })),
  'mode-reaches-target': (_, asked) => corsFix(asked),
} satisfies Partial<FixTable>;

export const needFixes = {
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
} satisfies Partial<FixTable>;

function wordOf(text: string): string {
  return text.replace(/[^!#$%&'*+\-.^_`|~0-9A-Za-z]/g, '');
}
