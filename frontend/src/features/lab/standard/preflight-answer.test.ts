import { expect, test } from 'vitest';
import { headersOf, page } from '../../../../test-support/lab-samples';
import { standardEngine } from './engine';
import { judgePreflight } from './preflight-answer';
import { reasonOf } from './trace';

const asked = { origin: page, credentials: 'include', method: 'PUT', unsafeHeaders: [] } as const;

function reasonFor(status: number, pairs: string[][]) {
  const { trace } = judgePreflight(asked, { status, headers: headersOf(pairs) }, standardEngine);
  return reasonOf(trace)?.rule;
}

test('checks the origin before the status, and the status before the method', () => {
  const allowed = [
    ['Access-Control-Allow-Origin', page],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
  expect(reasonFor(404, [])).toBe('allow-origin-present');
  expect(reasonFor(404, allowed)).toBe('preflight-ok-status');
  expect(reasonFor(204, allowed)).toBe('method-allowed');
});

test.each(['TRUE', 'True', '1', 'true, true'])('takes “%s” for no permission with credentials', (value) => {
  const pairs = [
    ['Access-Control-Allow-Origin', page],
    ['Access-Control-Allow-Credentials', value],
  ];
  expect(reasonFor(204, pairs)).toBe('allow-credentials-true');
});
