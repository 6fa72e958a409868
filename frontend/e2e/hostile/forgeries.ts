import { sandboxed } from '../support/hostile-site';
import { encodings, forged, page, script, times, type Attack } from './attack';
import { form, intoFrames, noCors } from './forms';

/** What publishes something in the visitor's name, if it is believed. */
export const forgeries: readonly Attack[] = [
  {
    name: 'post by forms in frames',
    pages: ({ api }) => [
      page(
        intoFrames(
          encodings.map(([encoding, name, value]) => ({ action: `${api}/api/posts`, encoding, name, value })),
        ),
      ),
    ],
    sent: () => ({ '/api/posts': times(3, 'POST 403') }),
    attempts: ['frame'],
  },
  {
    name: 'post by forms in new windows',
    pages: ({ api }) => [
      page(
        encodings
          .map(([encoding, name, value], n) =>
            form({ action: `${api}/api/posts`, encoding, name, value, target: `window${n}` }),
          )
          .join('') +
          script(`
            for (const form of document.forms) {
              const other = window.open('about:blank', form.target);
              form.submit();
              attempt(form.target, () => shown(other));
            }
          `),
      ),
    ],
    sent: () => ({ '/api/posts': times(3, 'POST 403') }),
    attempts: ['window0', 'window1', 'window2'],
  },
  {
    name: 'post by forms in its own place',
    fromEverywhere: true,
    pages: ({ api }) =>
      encodings.map(([encoding, name, value]) =>
        page(
          form({ action: `${api}/api/posts`, encoding, name, value }) + script('document.forms[0].submit()'),
        ),
      ),
    sent: () => ({ '/api/posts': times(3, 'POST 403') }),
    attempts: [],
  },
  {
    name: 'post, change or delete by requests without CORS',
    pages: ({ api, postId }) => [
      page(
        script(`
          const body = '${JSON.stringify(forged)}';
          ${noCors(`${api}/api/posts`, 'body')}
          ${noCors(`${api}/api/posts`, "body, headers: { 'Content-Type': 'application/json' }")}
          ${noCors(`${api}/api/posts`, 'body, keepalive: true')}
          ${noCors(`${api}/api/posts`, "body: new URLSearchParams({ title: 'Forged' })")}
          ${noCors(`${api}/api/posts/${postId}?_method=DELETE`, "headers: { 'X-HTTP-Method-Override': 'DELETE' }")}
        `),
      ),
    ],
    sent: ({ postId }) => ({ '/api/posts': times(4, 'POST 403'), [`/api/posts/${postId}`]: ['POST 403'] }),
    attempts: ['no-cors'],
  },
  {
    name: 'post by beacons',
    pages: ({ api }) => [
      page(
        script(`
          const body = '${JSON.stringify(forged)}';
          const beacon = (data) => navigator.sendBeacon('${api}/api/posts', data);
          beacon(body);
          beacon(new Blob([body], { type: 'text/plain' }));
          beacon(new URLSearchParams({ title: 'Forged' }));
          beacon(new FormData());
          beacon(new Blob([body], { type: 'application/json' }));
        `),
      ),
    ],
    // The last one asks first.
    sent: () => ({ '/api/posts': [...times(4, 'POST 403'), 'preflight for POST 403'] }),
    attempts: [],
  },
  {
    name: 'post as a page without an origin',
    pages: ({ api, from }) => [
      page(
        sandboxed(
          from,
          `
            const body = '${JSON.stringify(forged)}';
            ${noCors(`${api}/api/posts`, 'body')}
            ${noCors(`${api}/api/authentication/log-out`, '')}
          `,
        ) +
          sandboxed(
            from,
            `
              document.write(\`${form({ action: `${api}/api/posts`, encoding: 'text/plain', name: '{"title":"Forged ', value: '","content":"Forged."}' })}\`);
              document.forms[0].submit();
            `,
          ),
      ),
    ],
    sent: () => ({ '/api/posts': times(2, 'POST 403'), '/api/authentication/log-out': ['POST 403'] }),
    attempts: ['no-cors'],
  },
  {
    name: 'post by what browsers report',
    pages: ({ api }) => [
      {
        body: '<img src="/cat.png">',
        headers: { 'Content-Security-Policy': `img-src data:; report-uri ${api}/api/posts` },
      },
    ],
    sent: () => ({ '/api/posts': ['POST 403'] }),
    attempts: [],
  },
];
