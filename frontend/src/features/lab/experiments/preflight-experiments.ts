import { answers, call, echo, reads, reply, server, setup, type Chapter } from './experiment';

const json = { kind: 'blob', type: 'application/json' } as const;

/** What the browser asks about before it sends it, and how the question can end. */
export const preflightChapter: Chapter = {
  title: 'Asking first',
  lead: 'Before it sends what no form could send, the browser asks the server: a preflight, which the page never sees.',
  experiments: [
    {
      id: 'simple-and-preflighted',
      title: 'What a form could send, and what it could not',
      expectation:
        'The page sends two POSTs to one server. The first has plain text as its body, the second JSON. Everything else is the same.',
      question: 'Which of them does the browser ask about first?',
      answers: answers(2, 'Neither.', 'Only the second.', 'Both.'),
      setup: (foreign) =>
        setup(
          [
            call(foreign, { method: 'POST', body: { kind: 'string' } }),
            call(foreign, { method: 'POST', body: json }),
          ],
          server(reply(200, echo), reply(204, { ...echo, 'Access-Control-Allow-Headers': 'content-type' })),
        ),
      lesson:
        'Forms could always send plain text to any server, so the browser sends the first POST without asking. No form can send JSON, so the browser first asks with an OPTIONS request whether the page may set that Content-Type. The page sees nothing of this question, and a preflight for JSON is normal.',
    },
    {
      id: 'method-not-allowed',
      title: 'A method that is not allowed',
      expectation:
        'The page calls DELETE. The server answers the preflight well, and its list of methods is GET and PUT.',
      ...reads(3),
      setup: (foreign) =>
        setup(
          [call(foreign, { method: 'DELETE' })],
          server(reply(200, echo), reply(204, { ...echo, 'Access-Control-Allow-Methods': 'GET, PUT' })),
        ),
      lesson:
        'Only the question reached the server; the DELETE was never sent, and nothing was deleted. Here the browser protects the server too, because a server that has never heard of CORS does not permit such a request by accident. The method has to be in Access-Control-Allow-Methods of the preflight’s answer.',
    },
    {
      id: 'header-not-allowed',
      title: 'A header that is not allowed',
      expectation:
        'The page asks by GET, and adds a header of its own, X-Api-Key. The server’s answer to the preflight allows the header Content-Type.',
      ...reads(3),
      setup: (foreign) =>
        setup(
          [call(foreign, { headers: [{ name: 'X-Api-Key', value: 'example' }] })],
          server(reply(200, echo), reply(204, { ...echo, 'Access-Control-Allow-Headers': 'content-type' })),
        ),
      lesson:
        'One header that no form could send turns even a GET into a request that is asked about first. The server has to name each such header in Access-Control-Allow-Headers; upper and lower case do not matter there. Since it did not name this one, the GET was never sent.',
    },
    {
      id: 'lower-case-patch',
      title: 'A method in lower case',
      expectation:
        'The page calls fetch with the method “patch”, in lower case. The server allows GET and PATCH.',
      ...reads(3),
      setup: (foreign) =>
        setup(
          [call(foreign, { method: 'patch' })],
          server(reply(200, echo), reply(204, { ...echo, 'Access-Control-Allow-Methods': 'GET, PATCH' })),
        ),
      lesson:
        'Methods are compared letter by letter, so “patch” is another method than PATCH. fetch puts get, head, post, put, delete and options into upper case by itself, because old pages wrote them so, and no other. Write PATCH in upper case.',
    },
    {
      id: 'preflight-refused',
      title: 'A login check that answers the preflight',
      expectation:
        'The page calls PUT. In front of the server stands a check that refuses whoever is not logged in with 401, the preflight too. All CORS headers are there.',
      ...reads(3),
      setup: (foreign) =>
        setup(
          [call(foreign, { method: 'PUT' })],
          server(reply(200, echo), reply(401, { ...echo, 'Access-Control-Allow-Methods': 'PUT' })),
        ),
      lesson:
        'A preflight carries no cookie and no Authorization, so a check of the login always refuses it. Its headers were right, but the status of a preflight’s answer has to be one of 200 to 299. Let the server answer OPTIONS before it asks who is there.',
    },
    {
      id: 'remembered-preflight',
      title: 'A preflight that is remembered',
      expectation:
        'The page calls PUT twice. The server’s answer to the preflight says “Access-Control-Max-Age: 600”.',
      question: 'How many requests reach the server?',
      answers: answers(
        2,
        'Two: both PUTs.',
        'Three: one question and both PUTs.',
        'Four: a question before each PUT.',
      ),
      setup: (foreign) =>
        setup(
          [call(foreign, { method: 'PUT' }), call(foreign, { method: 'PUT' })],
          server(
            reply(200, echo),
            reply(204, { ...echo, 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Max-Age': '600' }),
          ),
        ),
      lesson:
        'For ten minutes the browser remembers what the server allowed, for this address and this page’s origin, and sends the second PUT at once. Without the header it remembers for five seconds. Browsers set a limit of their own: Chromium two hours, Firefox a day, Safari ten minutes.',
    },
    {
      id: 'error-without-headers',
      title: 'An error without CORS headers',
      expectation:
        'All was well until the server failed: it answers 500, and the error page comes from a part of it that knows nothing of CORS.',
      ...reads(2),
      setup: (foreign) => setup([call(foreign)], server(reply(500))),
      lesson:
        'The page gets the same TypeError as without any CORS, and can’t tell that the server failed. So the error looks like a problem of CORS, and is none. Errors need the CORS headers too: 401, 403, 404 and 500 as much as 200.',
    },
    {
      id: 'redirect-without-headers',
      title: 'A redirect to an address that says nothing',
      expectation:
        'The server allows the page’s origin and redirects with 302. The address that it leads to answers 200, without CORS headers.',
      ...reads(2),
      setup: (foreign) =>
        setup([call(foreign)], server(reply(302, echo, { redirects: true })), server(reply(200))),
      lesson:
        'The browser followed the redirect, and both requests reached a server. Each answer on the way has to permit the page, the redirect itself and where it leads. Often it is a login page that answers in place of the API and knows nothing of CORS.',
    },
  ],
};
