import { expect, test } from 'vitest';
import { allowed, evidence, got, rejected } from '../../../../test-support/doctor-evidence';
import type { LabRequest } from '../standard/lab-request';
import { diagnose } from './diagnosis';
import type { RecordedAnswer } from './evidence';

function blockedBy(call: Partial<LabRequest>, ...recorded: RecordedAnswer[]) {
  const diagnosis = diagnose(evidence(call, { outcome: rejected, probe: 'answered', recorded }));
  return { ...diagnosis, todos: diagnosis.further.map(({ todo }) => todo).join('\n') };
}

const put: Partial<LabRequest> = {
  method: 'PUT',
  headers: [
    { name: 'X-One', value: '1' },
    { name: 'X-Two', value: '2' },
  ],
};

test('a login that refuses the preflight is the cause, and the headers come after it', () => {
  const { explanation, reason, todos } = blockedBy(put, got('preflight', 401));

  expect(explanation.what).toBe(
    'The preflight was answered with 401, and without Access-Control-Allow-Origin, so the request was not sent.',
  );
  expect(explanation.todo).toMatch(/Answer OPTIONS with 204/);
  expect(reason?.rule).toBe('preflight-ok-status');
  for (const header of [
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Methods: PUT',
    'x-one',
    'x-two',
  ]) {
    expect(todos).toContain(header);
  }
});

test('a preflight that is redirected says where to', () => {
  const { explanation, reason } = blockedBy(put, got('preflight', 302, ['Location', '/log-in']));

  expect(explanation.what).toMatch(
    /answered with a redirect, 302 to \/log-in, and without Access-Control-Allow-Origin/,
  );
  expect(reason?.rule).toBe('preflight-not-redirected');
});

test('a preflight whose status is right fails by its headers, and by all of them', () => {
  const { reason, todos, further } = blockedBy(put, got('preflight', 204));

  expect(reason?.rule).toBe('allow-origin-present');
  expect(further).toHaveLength(3);
  expect(todos).not.toContain('204');
});

test('a redirect without leave is told as a redirect', () => {
  const { explanation } = blockedBy({}, got('request', 302, ['Location', '/log-in']));

  expect(explanation.what).toBe(
    'The GET was answered with a redirect, 302 to /log-in, and without Access-Control-Allow-Origin, so the browser does not follow it.',
  );
});

test('an error without leave is told as an error', () => {
  const { explanation } = blockedBy({}, got('request', 500));

  expect(explanation.what).toMatch(/^The GET was answered with 500, and without Access-Control-Allow-Origin/);
  expect(explanation.todo).toMatch(/log for the reason of the 500\.$/);
});

test('an answer with credentials says each header that it lacks', () => {
  const { reason, todos } = blockedBy({ credentials: 'include' }, got('request', 200));

  expect(reason?.rule).toBe('allow-origin-present');
  expect(todos).toContain('Access-Control-Allow-Credentials: true');
  expect(blockedBy({ credentials: 'include' }, got('request', 200, allowed)).further).toEqual([]);
});
