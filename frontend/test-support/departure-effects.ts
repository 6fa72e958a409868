import type { Prediction } from '../src/features/lab/standard/prediction';
import { allowing, answering, fetching, keeping, redirecting, twice, type Effect } from './departing';
import { headersOf, page } from './lab-samples';

const asksOf = ({ sent }: Prediction) => sent.map(({ asks }) => asks && (asks.headers ?? 'nothing'));
const originsOf = ({ sent }: Prediction) => sent.map(({ origin }) => origin);
const aged = (value: string) => answering([...allowing, ['Access-Control-Max-Age', value]]);
export const authorized = { headers: headersOf([['Authorization', 'Bearer x']]) };
const wildcards = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Headers', '*'],
];
const redirectedPost = {
  origin: 'null',
  mode: 'no-cors',
  credentials: 'include',
  method: 'POST',
} as const;
const put = { method: 'PUT' } as const;

/** What was seen in Chromium 156, Firefox 153 and WebKitGTK 2.50, by runs of the Lab. */
export const effects: readonly Effect[] = [
  {
    departure: 'joins-header-lines',
    look: fetching(
      {
        headers: headersOf([
          ['Content-Type', 'text/plain'],
          ['Content-Type', 'text/plain'],
        ]),
      },
      answering(allowing),
      asksOf,
    ),
    standard: [null],
    departing: ['content-type', null],
  },
  {
    departure: 'safelists-save-data',
    look: fetching({ headers: headersOf([['Save-Data', 'on']]) }, answering(allowing), asksOf),
    standard: ['save-data'],
    departing: [null],
  },
  {
    departure: 'refuses-userinfo',
    look: fetching(
      { origin: 'http://localhost:8080' },
      redirecting('http://a:b@localhost:8080/api/next', 307),
      ({ outcome }) => outcome,
    ),
    standard: 'readable',
    departing: 'blocked',
  },
  {
    departure: 'reads-redirect-to-nowhere',
    look: fetching(
      { redirect: 'error' },
      answering(allowing, () => 302),
      ({ outcome }) => outcome,
    ),
    standard: 'blocked',
    departing: 'readable',
  },
  {
    departure: 'wildcard-covers-authorization',
    look: fetching(authorized, answering(wildcards), ({ outcome }) => outcome),
    standard: 'blocked',
    departing: 'readable',
  },
  {
    departure: 'remembers-wildcard-for-authorization',
    along: ['wildcard-covers-authorization'],
    look: twice(authorized, answering(wildcards), ({ sent }) => sent.map(({ kind }) => kind)),
    standard: ['preflight'],
    departing: ['request'],
  },
  {
    departure: 'hides-origin-without-cors',
    look: fetching(
      { origin: 'http://localhost:8080', mode: 'no-cors', method: 'POST' },
      redirecting('http://127.0.0.1:8080/others', 307),
      originsOf,
    ),
    standard: ['http://localhost:8080', 'http://localhost:8080'],
    departing: ['http://localhost:8080', 'null'],
  },
  { departure: 'negative-max-age-is-zero', look: twice(put, aged('-1')), standard: 1, departing: 2 },
  { departure: 'unreadable-max-age-is-zero', look: twice(put, aged('forever')), standard: 1, departing: 2 },
  {
    departure: 'remembers-names-only',
    look: twice(
      put,
      answering([
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Allow-Methods', '*'],
      ]),
    ),
    standard: 1,
    departing: 2,
  },
  {
    departure: 'remembers-names-only',
    look: twice({ method: 'HEAD', headers: headersOf([['X-Lab', '1']]) }, answering(allowing)),
    standard: 1,
    departing: 2,
  },
  {
    departure: 'remembers-after-failure',
    look: twice(
      put,
      (sent) => answering(sent.kind === 'preflight' ? allowing : [])(sent), // the answer itself allows nothing
    ),
    standard: 2,
    departing: 1,
  },
  {
    departure: 'remembers-after-refused-redirect',
    look: twice({ ...put, redirect: 'error' }, redirecting('/api/next', 307)),
    standard: 2,
    departing: 1,
  },
  {
    departure: 'forgets-opaque-origins',
    look: twice({ ...put, origin: 'null' }, answering(allowing)),
    standard: 1,
    departing: 2,
  },
  {
    departure: 'asks-again-if-conditional',
    look: twice({ ...put, headers: headersOf([['If-Match', '"1"']]) }, answering(allowing)),
    standard: 1,
    departing: 2,
  },
  {
    departure: 'names-opaque-origins',
    look: fetching(
      { origin: 'null', mode: 'no-cors', credentials: 'include' },
      answering(allowing),
      originsOf,
    ),
    standard: [null],
    departing: ['null'],
  },
  {
    departure: 'names-opaque-origins',
    look: fetching(redirectedPost, redirecting('/api/next', 303), originsOf),
    standard: ['null', null],
    departing: ['null', 'null'],
  },
  {
    departure: 'names-opaque-origins-at-first',
    look: fetching({ ...redirectedPost, method: 'GET' }, redirecting('/api/next', 303), originsOf),
    standard: [null, null],
    departing: ['null', 'null'],
  },
  {
    departure: 'repeats-header-names',
    look: fetching(
      {
        headers: headersOf([
          ['X-Lab', '1'],
          ['x-lab', '2'],
          ['If-Match', '*'],
        ]),
      },
      answering(allowing),
      asksOf,
    ),
    standard: ['if-match,x-lab', null],
    departing: ['if-match,x-lab,x-lab', null],
  },
  {
    departure: 'asks-again-after-redirect',
    look: fetching(put, redirecting('/api/next', 303), asksOf),
    standard: ['nothing', null, null],
    departing: ['nothing', null, 'nothing', null],
  },
  {
    departure: 'asks-for-dropped-headers',
    along: ['asks-again-after-redirect'],
    look: fetching(
      { method: 'POST', headers: headersOf([['Content-Type', 'application/json']]) },
      redirecting('/api/next', 303),
      asksOf,
    ),
    standard: ['content-type', null, null],
    departing: ['content-type', null, 'content-type', null],
  },
  {
    departure: 'keeps-origin-after-redirect',
    look: fetching({ mode: 'no-cors', method: 'POST' }, redirecting('/api/next', 303), originsOf),
    standard: [page, null],
    departing: [page, page],
  },
  {
    departure: 'refuses-secure-on-plain-http',
    look: keeping({ secure: true }),
    standard: true,
    departing: false,
  },
  {
    departure: 'keeps-none-without-secure',
    look: keeping({ sameSite: 'None' }),
    standard: false,
    departing: true,
  },
  {
    departure: 'ignores-partitioned',
    look: keeping({ partitioned: true }),
    standard: false,
    departing: true,
  },
  {
    departure: 'judges-site-by-tab',
    look: keeping({ sameSite: 'Strict' }, { origin: 'null', ancestors: [page] }),
    standard: false,
    departing: true,
  },
];
