import { describe, expect, test } from 'vitest';
import { call, headersOf, page } from '../../../../test-support/lab-samples';
import { casesOf } from '../../../../test-support/browser-cases';
import { classify } from './classification';
import { judgeSending } from './cookies';
import { chromiumEngine, standardEngine } from './engine';
import { checkTexts, explainReason, explainSteps } from './explanation';
import { noteSections } from './note-texts';
import { judgePreflight } from './preflight-answer';
import { readResponse } from './readable-response';
import type { Section } from './sections';
import type { Trace } from './trace';

function checked(credentials: 'include' | 'omit', pairs: string[][]): Trace {
  const asker = { origin: page, credentials, mode: 'cors', tainting: 'cors' } as const;
  return readResponse(asker, { status: 200, headers: headersOf(pairs) }).trace;
}

// The six errors of the article, each as it is read aloud.
describe('says what happened, why, and what to do', () => {
  test('where the server says nothing', () => {
    expect(explainReason(checked('omit', []))).toMatchObject({
      what: 'The page may not read the answer, because the answer has no Access-Control-Allow-Origin.',
      todo: `Let the server send “Access-Control-Allow-Origin: ${page}” with every answer, errors too.`,
      section: {
        standard: 'Fetch',
        title: 'CORS check',
        url: 'https://fetch.spec.whatwg.org/#concept-cors-check',
      },
    });
  });

  test.each([
    ['http://localhost:3000', 'Scheme, host and port have to be the same'],
    [`${page}/`, 'no slash at its end'],
    [page.toUpperCase(), 'with upper and lower case'],
    [`${page}, ${page}`, 'or it was sent twice'],
    ['http://*:5173', 'only a lone “*” covers every origin'],
  ])('where the server allows %s', (value, why) => {
    const found = explainReason(checked('omit', [['Access-Control-Allow-Origin', value]]));
    expect(found?.what).toBe(
      `The page may not read the answer: the answer allows “${value}”, and the page is “${page}”.`,
    );
    expect(found?.why).toContain(why);
  });

  test('where credentials meet *', () => {
    const found = explainReason(checked('include', [['Access-Control-Allow-Origin', '*']]));
    expect(found?.what).toContain(
      'the answer allows every origin, “*”, while the page calls with credentials',
    );
  });

  test('where credentials are not allowed', () => {
    const found = explainReason(checked('include', [['Access-Control-Allow-Origin', page]]));
    expect(found?.what).toContain('Access-Control-Allow-Credentials is missing');
  });

  test.each<['omit' | 'include', string[][], string]>([
    ['omit', [], ', because the preflight’s answer has no Access-Control-Allow-Origin.'],
    [
      'omit',
      [['Access-Control-Allow-Origin', `${page}/`]],
      `: the preflight’s answer allows “${page}/”, and the page is “${page}”.`,
    ],
    [
      'include',
      [['Access-Control-Allow-Origin', '*']],
      ', because the preflight’s answer allows every origin, “*”, while the page calls with credentials.',
    ],
    [
      'include',
      [['Access-Control-Allow-Origin', page]],
      ': the page calls with credentials, and in the preflight’s answer Access-Control-Allow-Credentials is missing.',
    ],
  ])('where it is the preflight’s answer that does not permit: %s %s', (credentials, pairs, rest) => {
    const asked = { origin: page, credentials, method: 'PUT', unsafeHeaders: [] } as const;
    const { trace } = judgePreflight(asked, { status: 204, headers: headersOf(pairs) }, standardEngine);
    expect(explainReason(trace)?.what).toBe(`The request was not sent${rest}`);
  });

  test('where the method is not allowed', () => {
    const asked = { origin: page, credentials: 'omit', method: 'patch', unsafeHeaders: [] } as const;
    const pairs = [
      ['Access-Control-Allow-Origin', page],
      ['Access-Control-Allow-Methods', 'PATCH'],
    ];
    const { trace } = judgePreflight(asked, { status: 204, headers: headersOf(pairs) }, standardEngine);
    expect(explainReason(trace)).toMatchObject({
      what: 'patch was not sent: the answer says “Access-Control-Allow-Methods: PATCH”.',
      todo: 'Add patch to it: “Access-Control-Allow-Methods: PATCH, patch”, or better, call fetch with PATCH.',
    });
  });

  test.each([
    [
      'a method beside others',
      [['Access-Control-Allow-Methods', 'GET, PUT']],
      'Add PATCH to it: “Access-Control-Allow-Methods: GET, PUT, PATCH”.',
    ],
    ['the only method', [], 'Send “Access-Control-Allow-Methods: PATCH”.'],
    [
      'a header beside others',
      [
        ['Access-Control-Allow-Methods', 'PATCH'],
        ['Access-Control-Allow-Headers', 'content-type'],
      ],
      'Add x-key to it: “Access-Control-Allow-Headers: content-type, x-key”.',
    ],
    [
      'the only header',
      [['Access-Control-Allow-Methods', 'PATCH']],
      'Send “Access-Control-Allow-Headers: x-key”.',
    ],
  ])('how to permit %s without forbidding anything', (_, pairs, todo) => {
    const asked = { origin: page, credentials: 'omit', method: 'PATCH', unsafeHeaders: ['x-key'] } as const;
    const headers = headersOf([['Access-Control-Allow-Origin', page], ...pairs]);
    const { trace } = judgePreflight(asked, { status: 204, headers }, standardEngine);
    expect(explainReason(trace)?.todo).toBe(todo);
  });

  test('where a cookie stays behind', () => {
    const cookie = {
      name: 'lab-a',
      sameSite: 'Lax',
      secure: false,
      partitioned: false,
      path: '/runs',
    } as const;
    const kept = { ...cookie, host: 'localhost', partition: 'http://localhost' };
    const { trace } = judgeSending(kept, {
      origin: 'http://127.0.0.1:5173',
      ancestors: [],
      navigation: null,
      url: 'http://localhost:8080/runs/1',
      credentials: 'include',
      thirdPartyCookies: true,
      engine: standardEngine,
    });
    expect(explainReason(trace)?.what).toBe(
      'lab-a is not used, because it has SameSite=Lax and the request comes from the site http://127.0.0.1.',
    );
  });
});

test('tells each step of a preflight’s need in order', () => {
  const headers = headersOf([['Content-Type', 'application/json']]);
  const { trace } = classify({ ...call, method: 'post', headers }, standardEngine);
  expect(explainSteps(trace).map(({ outcome, sentence }) => `${outcome}: ${sentence}`)).toEqual([
    'pass: http://localhost:8080/api/items is an address that fetch can call.',
    'pass: POST is a method’s name.',
    'pass: A page may use POST.',
    'note: fetch sends the method “post” as POST.',
    'pass: Content-Type is a header that can be sent.',
    'note: The page is at http://localhost:5173 and calls http://localhost:8080, another origin.',
    'pass: POST needs no preflight.',
    'pass: content-type may go without a preflight, if its value is plain.',
    'pass: The value of content-type is short enough.',
    'pass: The value of content-type holds only plain characters.',
    'fail: There is a preflight, because the Content-Type is “application/json”.',
  ]);
});

test('says where an engine departs from the standard', () => {
  const { trace } = classify({ ...call, headers: headersOf([['Save-Data', 'on']]) }, chromiumEngine);
  expect(explainSteps(trace).map(({ sentence }) => sentence)).toContain(
    'Unlike the standard, Chromium sends “Save-Data: on” without a preflight.',
  );
});

test('has nothing to explain where nothing failed', () => {
  expect(explainReason(checked('omit', [['Access-Control-Allow-Origin', '*']]))).toBeNull();
});

test.each(casesOf('browser-preflight'))(
  'explains %s without a hole in a sentence',
  (_, { request, response }) => {
    const answer = { ...response, headers: headersOf(response.headers) };
    const { trace } = judgePreflight(request, answer, standardEngine);
    const reason = explainReason(trace);
    const texts = [
      ...explainSteps(trace).map(({ sentence }) => sentence),
      ...(reason === null ? [] : [reason.what, reason.why, reason.todo]),
    ];
    for (const text of texts) {
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/undefined|null(?!”)|\[object/);
    }
  },
);

const checkSections = Object.entries(checkTexts).map(([rule, { section }]): [string, Section] => [
  rule,
  section,
]);

test.each([...checkSections, ...Object.entries(noteSections)])(
  'cites for %s an anchor of a standard',
  (_, { url, title }) => {
    expect(title).not.toBe('');
    expect(url).toMatch(
      /^https:\/\/(?:fetch\.spec\.whatwg\.org\/#|html\.spec\.whatwg\.org\/.+#|datatracker\.ietf\.org\/doc\/html\/draft-)/,
    );
  },
);
