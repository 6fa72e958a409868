import { methodOf } from './cors-policy';
import { answerFix, corsFix, pageCall, pageFix, serverFix, type FixTable } from './server-fix';

const allowHeader = 'Let the server allow the header by its name.';

export const answerFixes = {
  'allow-origin-present': ({ origin }, asked) =>
    serverFix(asked, 'Let the server allow this origin, with every answer, errors too.', {
      sentOrigin: origin,
    }),
  'allow-origin-not-wildcard': ({ origin }, asked) =>
    serverFix(asked, 'Name the origin instead of “*”, or call without credentials.', {
      sentOrigin: origin,
      page: pageCall(asked.call, { credentials: 'same-origin' }),
    }),
  'allow-origin-matches': ({ origin }, asked) =>
    serverFix(
      asked,
      'Name exactly this origin, once: as the browser writes it, without a slash at its end.',
      {
        sentOrigin: origin,
      },
    ),
  'allow-credentials-true': (_, asked) =>
    serverFix(asked, 'Let the server say that it admits credentials, or call without them.', {
      page: pageCall(asked.call, { credentials: 'same-origin' }),
    }),
  'response-not-opaque': (_, asked) => corsFix(asked),
  'preflight-not-redirected': (_, asked) =>
    serverFix(asked, 'Call the final address, and let the server answer OPTIONS before any redirect.', {
      page: pageCall(asked.call, {}, '// url is the address that the redirect leads to.'),
    }),
  'preflight-ok-status': (_, asked) =>
    serverFix(asked, 'Let the server answer OPTIONS with 204, before the routes and the login.'),
  'allow-methods-valid': (_, asked) => serverFix(asked, 'List the methods one by one.'),
  'allow-headers-valid': (_, asked) => serverFix(asked, 'List the names of the headers one by one.'),
  'method-allowed': ({ method }, asked) => {
    const written = methodOf(asked.call);
    if (method === '*') return renameFix('method', () => pageCall(asked.call, { method: 'POST' }));
    if (method === written) return serverFix(asked, `Let the server allow ${method}.`);
    return serverFix(asked, `Call fetch with ${written} in upper case, and let the server allow that.`, {
      page: pageCall(asked.call, { method: written }),
    });
  },
  'non-wildcard-header-allowed': ({ name }, asked) => serverFix(asked, allowHeader, { headers: [name] }),
  'header-allowed': ({ name }, asked) =>
    name === '*'
      ? renameFix('header', () =>
          pageCall(asked.call, {
            headers: asked.call.headers.map((header) =>
              header.name === '*' ? { ...header, name: 'X-Name' } : header,
            ),
          }),
        )
      : serverFix(asked, allowHeader, { headers: [name] }),
} satisfies Partial<FixTable>;

/** In the lists of a server “*” means all, so nothing of that name can be allowed by itself. */
function renameFix(what: string, page: () => ReturnType<typeof pageCall>) {
  return pageFix(`“*” is no name for a ${what}: a server cannot allow it by itself. Choose another.`, page());
}

export const redirectFixes = {
  'redirect-mode': (_, { call }) =>
    pageFix('Let redirects be followed, or call the final address.', pageCall(call, { redirect: 'follow' })),
  'redirect-location': () =>
    answerFix('Let the redirect lead to a whole address.', 'Location: https://api.example/items'),
  'redirect-http': () =>
    answerFix('Let the redirect lead to an http or https address.', 'Location: https://api.example/items'),
  // Two addresses that lead to each other: which of them is wrong, no setting tells.
  'redirect-count': null,
  'redirect-no-userinfo': ({ url }) => {
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    return answerFix('Let the redirect lead to the address without them.', `Location: ${bare.href}`);
  },
  'redirect-repeatable-body': (_, { call }) =>
    pageFix(
      'Send a body that can be sent again.',
      pageCall(call, {}, 'const body = await new Response(stream).blob();'),
    ),
} satisfies Partial<FixTable>;
