import { cookieAdvice } from './cookie-advice';
import { cookieSnippets } from './cookie-snippets';
import type { Fix } from './fix';
import { scriptString } from './quoting';
import { answerFix, pageCall, pageFix, serverFix, type FixTable } from './server-fix';

type CookieRule =
  | 'credentials-included'
  | 'cookie-none-secure'
  | 'cookie-partitioned-secure'
  | 'cookie-host'
  | 'cookie-path'
  | 'cookie-secure'
  | 'cookie-same-site'
  | 'cookie-third-party'
  | 'cookie-partition';

export const cookieFixes: FixTable<CookieRule> = {
  'credentials-included': (_, { origin, call }) => {
    const asking = { ...call, credentials: 'include' } as const;
    return serverFix(
      { origin, call: asking },
      'Call fetch with credentials, for the login too, and let the server admit them from this origin.',
      { page: pageCall(asking) },
    );
  },
  'cookie-none-secure': ({ name }) => crossSite('Add Secure.', name, false),
  'cookie-partitioned-secure': ({ name }) => crossSite('Add Secure.', name, true),
  'cookie-host': ({ host }, { call }) =>
    pageFix(
      'Call the server by the name under which it set the cookie.',
      pageCall(call, {}, `const url = new URL(address);\nurl.hostname = ${scriptString(host)};`),
    ),
  'cookie-path': ({ name }) =>
    answerFix(
      'Set the cookie with a path that covers the address, and its other attributes as they are.',
      `Set-Cookie: ${name}=…; Path=/`,
    ),
  'cookie-secure': (_, { call }) =>
    pageFix('Use https.', pageCall(call, {}, "const url = new URL(address);\nurl.protocol = 'https:';")),
  'cookie-same-site': ({ name }) =>
    crossSite(
      'Put page and server on one site. If you cannot, open the cookie to pages of other sites, and guard against forged requests.',
      name,
      true,
    ),
  'cookie-third-party': ({ name }) =>
    crossSite('Add Partitioned, or put page and server on one site.', name, true),
  // Each site that a page is used from logs in for itself; nothing sets that otherwise.
  'cookie-partition': null,
};

function crossSite(advice: string, name: string, partitioned: boolean): Fix {
  const cookie = cookieAdvice({ name, sameSite: 'None', secure: true, partitioned });
  return { advice, snippets: cookieSnippets(cookie) };
}
