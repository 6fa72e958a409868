import { sandboxed } from '../support/hostile-site';
import { answer, forged, page, script, times, whoAmI, type Attack } from './attack';

/** Where the victim's own things are. */
const personal = ['/api/authentication', '/api/account', '/api/sessions'];

/** Elements that load what they name, each with what it would give away. A frame does not load without a text. */
const embeddings = [
  ['image', 'img', { src: '/api/authentication' }, 'loaded'],
  ['script', 'script', { src: '/api/authentication' }, 'loaded'],
  [
    'style sheet',
    'link',
    { rel: 'stylesheet', href: '/api/authentication' },
    'loaded && element.sheet.cssRules',
  ],
  [
    'preload',
    'link',
    { rel: 'preload', as: 'fetch', crossOrigin: 'use-credentials', href: '/api/authentication' },
    'loaded && tellsPreloads(`${element.href}/nothing`)',
  ],
  ['video', 'video', { src: '/api/authentication' }, 'loaded'],
  ['object', 'object', { data: '/api/posts' }, 'element.contentDocument.body.innerText'],
  ['frame', 'iframe', { src: '/api/posts' }, 'element.contentDocument.body.innerText'],
] as const;

/** What reads something, if the browser is allowed to hand it over. */
export const thefts: readonly Attack[] = [
  {
    name: 'read by requests with credentials',
    fromEverywhere: true,
    pages: ({ api }) => [
      page(
        script(
          personal
            .map(
              (path) => `
                attempt('fetch ${path}', () =>
                  fetch('${api}${path}', { credentials: 'include' }).then((answer) => answer.text()));
                attempt('no-cors fetch ${path}', () =>
                  fetch('${api}${path}', { mode: 'no-cors', credentials: 'include' }).then((answer) => answer.text()));
                attempt('XMLHttpRequest ${path}', () => {
                  const request = new XMLHttpRequest();
                  request.open('GET', '${api}${path}', false);
                  request.withCredentials = true;
                  request.send();
                  return request.responseText;
                });
              `,
            )
            .join(''),
        ),
      ),
    ],
    sent: ({ cookiesTravel }) => ({
      '/api/authentication': times(3, whoAmI(cookiesTravel)),
      '/api/account': times(3, answer(cookiesTravel)),
      '/api/sessions': times(3, answer(cookiesTravel)),
    }),
    attempts: personal.flatMap((path) =>
      ['fetch', 'no-cors fetch', 'XMLHttpRequest'].map((way) => `${way} ${path}`),
    ),
  },
  {
    name: 'write by requests that ask first',
    fromEverywhere: true,
    pages: ({ api, postId, attacker }) => [
      page(
        script(`
          const body = '${JSON.stringify(forged)}';
          const send = (name, path, method, body) => {
            const got = fetch('${api}' + path, {
              method, body, credentials: 'include', headers: { 'Content-Type': 'application/json' }
            }).then((answer) => answer.text());
            attempt(name, () => got);
            return got.catch(() => undefined);
          };
          // One after the other: where they are let in, being logged out would keep the others from succeeding.
          (async () => {
            await send('post', '/api/posts', 'POST', body);
            await send('change', '/api/posts/${postId}', 'PATCH', body);
            await send('delete', '/api/posts/${postId}', 'DELETE');
            await send('rename', '/api/account', 'PATCH', '{"name":"Forged"}');
            await send('log others out', '/api/sessions', 'DELETE');
            await send('log out', '/api/authentication/log-out', 'POST', '{}');
            await send('log in', '/api/authentication/log-in', 'POST', '${JSON.stringify({ email: attacker.email, password: attacker.password })}');
          })();
        `),
      ),
    ],
    sent: ({ postId }) => ({
      '/api/posts': ['preflight for POST 403'],
      [`/api/posts/${postId}`]: ['preflight for DELETE 403', 'preflight for PATCH 403'],
      '/api/authentication/log-out': ['preflight for POST 403'],
      '/api/account': ['preflight for PATCH 403'],
      '/api/sessions': ['preflight for DELETE 403'],
      '/api/authentication/log-in': ['preflight for POST 403'],
    }),
    attempts: ['post', 'change', 'delete', 'log out', 'rename', 'log others out', 'log in'],
  },
  {
    name: 'read by embedding',
    fromEverywhere: true,
    pages: ({ api }) => [
      page(
        script(
          embeddings
            .map(
              ([name, tag, attributes, read]) => `{
                const element = document.createElement('${tag}');
                for (const [name, value] of Object.entries(${JSON.stringify(attributes)}))
                  element[name] = value.replace('/', '${api}/');
                attempt('${name}', () => settled(element).then((loaded) => ${read}));
                document.documentElement.append(element);
              }`,
            )
            .join('\n'),
        ),
      ),
    ],
    sent: ({ cookiesTravel }) => ({
      '/api/authentication': times(5, whoAmI(cookiesTravel)),
      '/api/posts': times(2, 'GET 200'),
    }),
    attempts: embeddings.map(([name]) => name),
  },
  {
    name: 'read frames',
    fromEverywhere: true,
    pages: ({ api }) => [
      page(
        ['/', '/my-posts', '/write', '/api/authentication']
          .map((path) => `<iframe src="${api}${path}"></iframe>`)
          .join('') +
          script(`
            for (const frame of document.querySelectorAll('iframe'))
              frame.addEventListener('load', () => attempt('frame', () => frame.contentDocument.body.innerText));
          `),
      ),
    ],
    sent: ({ cookiesTravel }) => ({
      '/': ['GET 200'],
      '/my-posts': ['GET 200'],
      '/write': ['GET 200'],
      '/api/authentication': [whoAmI(cookiesTravel)],
    }),
    attempts: ['frame'],
  },
  {
    name: 'read windows that it opens',
    fromEverywhere: true,
    pages: ({ api }) => [
      page(
        script(`
          addEventListener('message', ({ data }) => tell('message', data));
          for (const path of ['/my-posts', '/api/posts']) {
            const other = window.open('${api}' + path);
            attempt('window ' + path, () => shown(other));
          }
        `),
      ),
    ],
    sent: () => ({ '/my-posts': ['GET 200'] }),
    attempts: ['window /my-posts', 'window /api/posts'],
  },
  {
    name: 'read over a WebSocket or an event stream',
    pages: ({ api }) => [
      page(
        script(`
          attempt('WebSocket', () => new Promise((resolve, reject) => {
            const socket = new WebSocket('${api.replace('http', 'ws')}/api/posts');
            socket.onopen = () => resolve('open');
            socket.onmessage = ({ data }) => resolve(data);
            socket.onerror = reject;
          }));
          attempt('event stream', () => new Promise((resolve, reject) => {
            const events = new EventSource('${api}/api/authentication', { withCredentials: true });
            events.onopen = () => resolve('open');
            events.onerror = reject;
          }));
        `),
      ),
    ],
    sent: () => ({ '/api/posts': ['GET 403'], '/api/authentication': ['GET 406'] }),
    attempts: ['WebSocket', 'event stream'],
  },
  {
    name: 'read or write as a page without an origin',
    fromEverywhere: true,
    pages: ({ api, from }) => [
      page(
        sandboxed(
          from,
          `
            const way = { credentials: 'include' };
            attempt('read', () => fetch('${api}/api/authentication', way).then((answer) => answer.text()));
            attempt('write', () => fetch('${api}/api/posts', {
              ...way, method: 'POST', body: '${JSON.stringify(forged)}', headers: { 'Content-Type': 'application/json' },
            }).then((answer) => answer.text()));
          `,
        ),
      ),
    ],
    sent: ({ cookiesTravelFromSandbox }) => ({
      '/api/authentication': [whoAmI(cookiesTravelFromSandbox)],
      '/api/posts': ['preflight for POST 403'],
    }),
    attempts: ['read', 'write'],
  },
];
