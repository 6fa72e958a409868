import { expect, test } from 'vitest';
import { api, call, headersOf, page } from '../../../../test-support/lab-samples';
import { classify } from './classification';
import { standardEngine } from './engine';
import type { LabRequest } from './lab-request';
import type { RuleId } from './rules';
import { reasonOf } from './trace';

function classified(request: Partial<LabRequest>) {
  return classify({ ...call, ...request }, standardEngine);
}

test.each<[string, Partial<LabRequest>, RuleId]>([
  ['an address with a password', { url: 'http://user:secret@localhost:8080/' }, 'url-usable'],
  ['an address without a host', { url: '/api/items' }, 'url-usable'],
  ['a method with a space', { method: 'G T' }, 'method-valid'],
  ['connect', { method: 'connect' }, 'method-not-forbidden'],
  ['PUT without CORS', { method: 'PUT', mode: 'no-cors' }, 'no-cors-method'],
  ['a header’s name with a space', { headers: headersOf([['Bad Name', '1']]) }, 'header-valid'],
  ['a header’s value beyond Latin-1', { headers: headersOf([['X-A', '€']]) }, 'header-valid'],
  ['a header’s value of two lines', { headers: headersOf([['X-A', 'a\r\nb']]) }, 'header-valid'],
  ['a GET with a body', { body: { kind: 'string' } }, 'body-allowed'],
])('refuses %s as fetch does, with a TypeError', (_, request, rule) => {
  const { outcome, preflight, trace } = classified(request);
  expect([outcome, preflight, reasonOf(trace)?.rule]).toEqual(['type-error', null, rule]);
});

test.each<[string, Partial<LabRequest>, RuleId]>([
  ['leave its origin in mode same-origin', { mode: 'same-origin' }, 'mode-reaches-target'],
  ['refuse redirects without CORS', { mode: 'no-cors', redirect: 'manual' }, 'no-cors-redirect'],
])('sends nothing for a request that would %s', (_, request, rule) => {
  const { outcome, trace } = classified(request);
  expect([outcome, reasonOf(trace)?.rule]).toEqual(['network-error', rule]);
});

test.each<[string, LabRequest['body'], string | undefined]>([
  ['a string', { kind: 'string' }, 'text/plain;charset=UTF-8'],
  ['a form', { kind: 'formdata' }, 'multipart/form-data; boundary=boundary'],
  ['fields', { kind: 'urlsearchparams' }, 'application/x-www-form-urlencoded;charset=UTF-8'],
  ['a blob', { kind: 'blob', type: 'image/png' }, 'image/png'],
  ['a blob without type', { kind: 'blob', type: '' }, undefined],
  ['bytes', { kind: 'arraybuffer' }, undefined],
])('gives %s the type that it brings', (_, body, type) => {
  const { headers } = classified({ method: 'POST', body });
  expect(headers.find(({ name }) => name === 'Content-Type')?.value).toBe(type);
});

test('lets the page’s own Content-Type win over the body’s', () => {
  const headers = headersOf([['content-type', ' application/json ']]);
  const found = classified({ method: 'POST', headers, body: { kind: 'string' } });
  expect(found.headers).toEqual([{ name: 'content-type', value: 'application/json' }]);
  expect(found.preflight).toEqual({ method: 'POST', headers: 'content-type' });
});

test('says which headers it left out, and how it wrote the method', () => {
  const { trace, headers } = classified({ method: 'post', headers: headersOf([['Cookie', 'a=b']]) });
  expect(headers).toEqual([]);
  expect(trace).toContainEqual({
    rule: 'method-normalized',
    outcome: 'note',
    facts: { from: 'post', to: 'POST' },
  });
  expect(trace).toContainEqual({
    rule: 'header-dropped',
    outcome: 'note',
    facts: { name: 'Cookie', mode: 'cors' },
  });
});

test('gives each reason for a preflight, the first one first', () => {
  const { trace } = classified({
    method: 'PUT',
    headers: headersOf([
      ['X-A', '1'],
      ['Accept', '"'],
    ]),
  });
  const failed = trace.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);
  expect(failed).toEqual(['safelisted-method', 'safelisted-header-name', 'safelisted-value-bytes']);
});

test('knows no CORS within one origin', () => {
  const { outcome, preflight } = classified({ origin: new URL(api).origin, method: 'PUT', url: api });
  expect([outcome, preflight]).toEqual(['same-origin', null]);
  expect(classified({ origin: page }).outcome).toBe('cors');
});
