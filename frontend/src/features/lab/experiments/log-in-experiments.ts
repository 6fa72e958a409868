import {
  answers,
  call,
  echo,
  echoWithCredentials,
  laxCookie,
  loginCookie,
  reads,
  reply,
  server,
  setup,
  type Chapter,
} from './experiment';

/** The six errors that everybody meets on the way to a login across origins, in the order in which they come. */
export const logInChapter: Chapter = {
  title: 'The way to a login',
  lead: 'A page of one origin wants to use an API of another. These six come on the way, in this order.',
  experiments: [
    {
      id: 'no-cors-header',
      title: 'A server that says nothing',
      expectation:
        'A page asks a server of another origin for a list, by GET. The server answers 200 and sends no header about other origins, because nobody told it about them.',
      ...reads(2),
      setup: (foreign) => setup([call(foreign)], server(reply(200))),
      lesson:
        'The request reached the server, and the server answered 200: its log shows nothing wrong. But the page got a TypeError that does not say why. CORS holds back no request that a form could send; it keeps answers from pages, until the server permits a page to read them with Access-Control-Allow-Origin.',
    },
    {
      id: 'right-origin',
      title: 'The right origin',
      expectation:
        'Now the server names the page’s origin in Access-Control-Allow-Origin. Its answer has a header of its own too, X-Lab-Example.',
      question: 'What does the page get to read?',
      answers: answers(
        2,
        'Everything that the server sent.',
        'The answer, but not the header X-Lab-Example.',
        'Nothing, as before.',
      ),
      setup: (foreign) => setup([call(foreign)], server(reply(200, { ...echo, 'X-Lab-Example': '42' }))),
      lesson:
        'One header was enough: the server named the page’s origin, and the browser handed the answer over. Of the answer’s headers the page gets only a few plain ones, such as Content-Type. X-Lab-Example stays hidden until Access-Control-Expose-Headers names it. Vary: Origin tells caches that another page may get another answer.',
    },
    {
      id: 'wrong-origin',
      title: 'Another origin than the page’s',
      expectation:
        'The server does allow an origin: https://app.example.com, where the client will live one day. The page that calls is somewhere else.',
      ...reads(2),
      setup: (foreign) =>
        setup(
          [call(foreign)],
          server(reply(200, { 'Access-Control-Allow-Origin': 'https://app.example.com', Vary: 'Origin' })),
        ),
      lesson:
        'The browser compares the header with the page’s origin letter by letter: scheme, host and port have to be the same, and there is no slash at the end. The header can name one origin alone. A server that serves several looks at the request’s Origin, and names it back only if it is on its list.',
    },
    {
      id: 'log-in-without-credentials',
      title: 'A login whose cookie is thrown away',
      expectation:
        "The page logs in by POST, and the answer to that sets a cookie. Then the page asks with credentials: 'include' who is logged in. Only the login itself was called without it.",
      question: 'Does the second request carry the cookie?',
      answers: answers(
        2,
        'Yes: the first answer has set it.',
        'No: the browser has thrown it away.',
        'There is no second request, because the first is blocked.',
      ),
      setup: (foreign) =>
        setup(
          [call(foreign, { method: 'POST' }), call(foreign, { credentials: 'include' })],
          server(reply(200, echoWithCredentials, { cookie: loginCookie })),
        ),
      lesson:
        "Nothing was blocked, and both answers could be read; that is why this one puzzles most. Unless fetch is called with credentials: 'include', a call to another origin carries no cookie, and the cookies of its answer are thrown away. So the login needs credentials: 'include' as much as every later call.",
    },
    {
      id: 'credentials-not-permitted',
      title: 'Credentials that the server does not permit',
      expectation:
        "The page logs in again, now with credentials: 'include'. The server names the page’s origin and sets the cookie, and says nothing about credentials.",
      ...reads(2),
      setup: (foreign) =>
        setup(
          [call(foreign, { method: 'POST', credentials: 'include' })],
          server(reply(200, echo, { cookie: laxCookie })),
        ),
      lesson:
        'A request with credentials needs a second permission, Access-Control-Allow-Credentials: true, or the page may not read its answer. The mode decides, not whether there is a cookie. And yet the login has happened: the server did its work and set the cookie. Only the page does not know.',
    },
    {
      id: 'wildcard-with-credentials',
      title: 'Every origin, with credentials',
      expectation:
        "To be done with it, the server now allows every origin, “*”, and credentials as well. The page asks with credentials: 'include'.",
      ...reads(2),
      setup: (foreign) =>
        setup(
          [call(foreign, { credentials: 'include' })],
          server(
            reply(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' }),
          ),
        ),
      lesson:
        '“*” does not count for a request with credentials. If it did, any page could read what the person who is logged in may see. “*” is for what is public and the same for everybody; with credentials a server has to name the one origin that it means.',
    },
  ],
};
