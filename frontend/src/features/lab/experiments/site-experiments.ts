import {
  answers,
  call,
  echoWithCredentials,
  laxCookie,
  reply,
  server,
  setup,
  type Chapter,
} from './experiment';

const cookieServer = server(reply(200, echoWithCredentials, { cookie: laxCookie }));
const form = { via: 'form', method: 'POST', body: { kind: 'string' } } as const;

/** What cookies do between sites, and what a foreign page can do without reading anything. */
export const siteChapter: Chapter = {
  title: 'Sites, cookies and forgeries',
  lead: 'An origin is scheme, host and port. A site is wider: ports do not count, and cookies go by it.',
  experiments: [
    {
      id: 'same-site-cookie',
      title: 'A cookie, from another port',
      expectation:
        "A page on another port of localhost calls twice with credentials: 'include'. The first answer sets a cookie with SameSite=Lax.",
      question: 'Does the second request carry the cookie?',
      answers: answers(
        1,
        'Yes: another port is another origin, but the same site.',
        'No: SameSite=Lax keeps it from other origins.',
      ),
      setup: () => {
        const asked = call('another-port', { credentials: 'include' });
        return setup([asked, asked], cookieServer);
      },
      lesson:
        'The page is of another origin, so CORS had its say, and the server permitted it with credentials. For cookies something else counts: the site, which does not know ports. Both are of the site localhost, so SameSite=Lax is no obstacle. This is why a client and an API on two subdomains can share a login.',
    },
    {
      id: 'cross-site-cookie',
      title: 'The same cookie, from another site',
      expectation:
        'The same again, from a page on 127.0.0.1. That is the same machine as localhost, and for a browser another site.',
      question: 'Does the second request carry the cookie?',
      answers: answers(
        2,
        'Yes: the server permits credentials.',
        'No: the browser does not even keep it.',
        'There is no second request, because the first is blocked.',
      ),
      setup: () => {
        const asked = call('another-site', { credentials: 'include' });
        return setup([asked, asked], cookieServer);
      },
      lesson:
        'The page could read both answers: CORS permitted everything. But a cookie with SameSite=Lax is neither kept nor sent when a page of another site calls with fetch. CORS and SameSite are two questions, and each can say no by itself. Across sites only SameSite=None with Secure works, and best with Partitioned.',
    },
    {
      id: 'forged-form',
      title: 'A forged form post',
      expectation:
        'A page of another site submits a form to the server by POST, as text/plain. Nobody asked the person in front of the screen, and the server has no CORS headers at all.',
      question: 'What do you expect?',
      answers: answers(
        1,
        'The server carries it out, and the page never sees the answer.',
        'The browser blocks it, since the server allows no other origin.',
        'The browser asks with a preflight first.',
      ),
      setup: () => setup([call('another-site', form)], server(reply(200))),
      lesson:
        'The form was sent without any question, reached the server and was carried out. CORS only keeps the answer from the page, and whoever forges a request does not need the answer. Blocking is not protection: a server has to find out by itself whose page sends a request that changes something.',
    },
    {
      id: 'guarded-form',
      title: 'The guard that stops it',
      expectation:
        'The same form again. This time a guard stands before the server’s work, and refuses what a foreign page sends with 403.',
      question: 'By what can the guard tell it from an honest request?',
      answers: answers(
        2,
        'By nothing: a forged request looks like any other.',
        'By what the browser says of where it comes from.',
        'By the cookie, which is missing.',
      ),
      setup: () => setup([call('another-site', form)], server(reply(403))),
      lesson:
        'The journal shows what no page can forge, because the browser writes it: Origin names the other site, and Sec-Fetch-Site says cross-site. The guard of this very app refuses exactly such a request before any work is done, by its rule foreign-origin: a request that changes something has to come from its own origin or from one on its list. Here the run answered as that guard would.',
      more: { to: '/lab/policy', text: 'Who may call this very server' },
    },
  ],
};
