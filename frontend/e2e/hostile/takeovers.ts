import { encodings, page, script, times, type Attack } from './attack';
import { intoFrames, noCors } from './forms';

/** What changes who is logged in, or their account, if it is believed. */
export const takeovers: readonly Attack[] = [
  {
    name: 'log the visitor in as somebody else',
    pages: ({ api, attacker: { email, password } }) => {
      const action = `${api}/api/authentication/log-in`;
      const [start = '', end = ''] = password.split('=');
      const json = JSON.stringify({ email, password });
      return [
        page(
          intoFrames([
            {
              action,
              encoding: 'text/plain',
              name: `{"email":"${email}","password":"${start}`,
              value: `${end}"}`,
            },
            { action, encoding: 'application/x-www-form-urlencoded', name: 'email', value: email },
          ]) +
            script(noCors(action, `body: '${json}'`)) +
            script(noCors(`${api}/api/authentication/register`, `body: '${json}'`)),
        ),
      ];
    },
    sent: () => ({
      '/api/authentication/log-in': times(3, 'POST 403'),
      '/api/authentication/register': ['POST 403'],
    }),
    attempts: ['frame', 'no-cors'],
  },
  {
    name: 'log the visitor out',
    pages: ({ api }) => [
      page(
        intoFrames(
          encodings.map(([encoding]) => ({ action: `${api}/api/authentication/log-out`, encoding })),
        ) +
          script(noCors(`${api}/api/authentication/log-out`, '')) +
          script(`navigator.sendBeacon('${api}/api/authentication/log-out')`) +
          `<img src="${api}/api/authentication/log-out">` +
          script(`attempt('image', () => settled(document.images[0]))`),
      ),
    ],
    sent: () => ({ '/api/authentication/log-out': [...times(5, 'POST 403'), 'GET 405'] }),
    attempts: ['frame', 'no-cors', 'image'],
  },
  {
    name: 'renew the session in the visitor’s place',
    fromEverywhere: true,
    pages: ({ api }) => [
      page(
        intoFrames(
          encodings.map(([encoding]) => ({ action: `${api}/api/authentication/refresh`, encoding })),
        ) +
          script(noCors(`${api}/api/authentication/refresh`, '')) +
          script(`navigator.sendBeacon('${api}/api/authentication/refresh')`),
      ),
    ],
    sent: () => ({ '/api/authentication/refresh': times(5, 'POST 403') }),
    attempts: ['frame', 'no-cors'],
  },
  {
    name: 'change, take over or delete the account',
    pages: ({ api, victim, attacker }) => [
      page(
        intoFrames(
          [
            ['password', '{"currentPassword":"a guess","newPassword":"forged ', ' forged"}'],
            ['email', `{"password":"a guess","email":"${attacker.email}","_":"`, '"}'],
            ['deletion', '{"password":"a ', ' guess"}'],
            ['password/reset-request', `{"email":"${victim.email}","_":"`, '"}'],
          ].map(([path, name = '', value = '']) => ({
            action: `${api}/api/account/${path ?? ''}`,
            encoding: 'text/plain',
            name,
            value,
          })),
        ) + script(noCors(`${api}/api/account/email/confirmation`, '')),
      ),
    ],
    sent: () => ({
      '/api/account/password': ['POST 403'],
      '/api/account/email': ['POST 403'],
      '/api/account/deletion': ['POST 403'],
      '/api/account/password/reset-request': ['POST 403'],
      '/api/account/email/confirmation': ['POST 403'],
    }),
    attempts: ['frame', 'no-cors'],
  },
];
