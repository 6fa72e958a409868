import type { CheckTexts } from './explanation-texts';
import { isTrustworthy } from './trustworthy';
import { cookies, fetchStandard, retrieval, storage } from './sections';

export const cookieTexts = {
  'credentials-included': {
    section: fetchStandard('HTTP-network-or-cache fetch', 'http-network-or-cache-fetch'),
    passes: () => 'The request carries cookies, and those of its answer are kept.',
    fails: ({ credentials, origin, target }) => ({
      what: 'The request carries no cookie, and those of its answer are dropped.',
      why:
        credentials === 'omit'
          ? 'fetch was called with credentials “omit”.'
          : `Unless told otherwise, fetch uses cookies within one origin only, and ${origin} and ${target} are two.`,
      todo: "Call fetch with credentials: 'include', for the login too.",
    }),
  },
  'cookie-none-secure': {
    section: storage,
    passes: ({ name }) => `${name} has SameSite=None and is Secure.`,
    fails: ({ name }) => ({
      what: `The browser does not keep ${name}: it has SameSite=None and is not Secure.`,
      why: 'A cookie that travels between sites may not travel unencrypted.',
      todo: 'Add Secure.',
    }),
  },
  'cookie-partitioned-secure': {
    section: storage,
    passes: ({ name }) => `${name} is Partitioned and Secure.`,
    fails: ({ name }) => ({
      what: `The browser does not keep ${name}: it is Partitioned and not Secure.`,
      why: 'Partitioned cookies are for other sites’ pages, and may not travel unencrypted.',
      todo: 'Add Secure.',
    }),
  },
  'cookie-host': {
    section: retrieval,
    passes: ({ name, host }) => `${name} belongs to ${host}.`,
    fails: ({ name, host, target }) => ({
      what: `${name} is not sent to ${target}, because ${host} set it.`,
      why: 'A cookie belongs to the host that set it. localhost and 127.0.0.1 are two; ports make no difference.',
      todo: 'Call the server by the name under which it set the cookie.',
    }),
  },
  'cookie-path': {
    section: retrieval,
    passes: ({ name, path }) => `${name} belongs to ${path} and what is below.`,
    fails: ({ name, path, target }) => ({
      what: `${name} is not sent to ${target}, because its path is ${path}.`,
      why: 'A cookie is sent to its path and what is below.',
      todo: 'Set the cookie with a path that covers the address.',
    }),
  },
  'cookie-secure': {
    section: retrieval,
    passes: ({ name }) => `${name} may be used over this connection.`,
    fails: ({ name, target }) => ({
      what: `${name} is Secure and is not used with ${target}.`,
      why: isTrustworthy(target)
        ? 'The connection is not encrypted, and this browser makes no exception for one’s own machine.'
        : 'The connection is not encrypted, and the host is not this machine.',
      todo: 'Use https.',
    }),
  },
  'cookie-same-site': {
    section: cookies('"Same-site" and "cross-site" requests', 'name-same-site-and-cross-site-re'),
    passes: ({ name, sameSite }) => `SameSite=${sameSite} lets ${name} be used here.`,
    fails: ({ name, sameSite, context, navigation }) => ({
      what: `${name} is not used, because it has SameSite=${sameSite} and the request comes from ${context === 'null' ? 'a page without an origin' : `the site ${context}`}.`,
      why:
        navigation === null
          ? 'From another site only SameSite=None is used with fetch. This is what keeps a foreign page from acting in a person’s name.'
          : `A form or link of another site carries ${sameSite === 'Lax' ? 'a Lax cookie only if its method is safe, such as GET' : 'no Strict cookie'}.`,
      todo: 'Put page and server on one site, or use SameSite=None; Secure; Partitioned and guard against forged requests.',
    }),
  },
  'cookie-third-party': {
    section: cookies('Third-Party Cookies', 'name-third-party-cookies'),
    passes: ({ name }) => `The browser’s settings let ${name} be used by a page of another site.`,
    fails: ({ name, tab, target }) => ({
      what: `${name} is not used, because the tab is at ${tab === 'null' ? 'a page without an origin' : tab} and the server at ${target}.`,
      why: 'This browser keeps the cookies of other sites out, so that nobody can follow a person from site to site.',
      todo: 'Add Partitioned, or put page and server on one site.',
    }),
  },
  'cookie-partition': {
    section: {
      standard: 'Partitioned cookies',
      title: 'Cookies Having Independent Partitioned State',
      url: 'https://datatracker.ietf.org/doc/html/draft-cutler-httpbis-partitioned-cookies',
    },
    passes: ({ name }) => `${name} was kept for this very tab’s site.`,
    fails: ({ name, stored, now }) => ({
      what: `${name} is not sent, because it was kept for ${stored} and the tab is at ${now}.`,
      why: 'A Partitioned cookie exists once for each site that it is used from.',
      todo: 'Log in anew from here, or leave Partitioned out if both are of one site.',
    }),
  },
} satisfies Partial<CheckTexts>;
