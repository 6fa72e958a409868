import { cookieAdvice, type CookieAdvice } from './cookie-advice';
import type { Fix, Snippet } from './fix';
import { micronautCookie } from './micronaut-snippets';
import { nginxCookie } from './nginx-snippets';
import { expressCookie, nestCookie } from './node-snippets';
import { scriptString } from './quoting';
import { answerFix, pageCall, pageFix, serverFix, type FixTable } from './server-fix';
import { springCookie } from './spring-snippets';

export const cookieFixes = {
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
} satisfies Partial<FixTable>;

function crossSite(advice: string, name: string, partitioned: boolean): Fix {
  const cookie = cookieAdvice({ name, sameSite: 'None', secure: true, partitioned });
  return { advice, snippets: cookieSnippets(cookie) };
}

function cookieSnippets(cookie: CookieAdvice): [Snippet, ...Snippet[]] {
  const nginx = nginxCookie(cookie);
  return [
    { place: 'answer', code: `Set-Cookie: ${cookie.setCookie}` },
    { place: 'micronaut', code: micronautCookie(cookie) },
    { place: 'spring', code: springCookie(cookie) },
    { place: 'nestjs', code: nestCookie(cookie) },
    { place: 'express', code: expressCookie(cookie) },
    ...(nginx === null ? [] : [{ place: 'nginx', code: nginx } as const]),
  ];
}
