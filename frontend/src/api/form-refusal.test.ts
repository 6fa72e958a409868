import { expect, test } from 'vitest';
import { ProblemError, UnreachableError } from './api-error';
import { readFormRefusal } from './form-refusal';

const fields = ['title', 'tags'] as const;

test('puts each violation at its field, the first of each', () => {
  const error = new ProblemError({
    status: 400,
    violations: [
      { field: 'title', message: 'Too long.' },
      { field: 'title', message: 'Too loud.' },
      { field: 'tags[2]', message: 'Odd.' },
    ],
  });
  expect(readFormRefusal(error, fields)).toEqual({
    fields: { title: 'Too long.', tags: 'Odd.' },
    form: null,
  });
});

test('drops no violation that fits no field', () => {
  const error = new ProblemError({
    status: 400,
    violations: [
      { field: 'status', message: 'Unknown.' },
      { field: '', message: 'Too much.' },
      { field: 'title', message: 'Too long.' },
    ],
  });
  expect(readFormRefusal(error, fields)).toEqual({
    fields: { title: 'Too long.' },
    form: 'status: Unknown. Too much.',
  });
});

test('says in words what a refusal without violations says', () => {
  expect(readFormRefusal(new ProblemError({ status: 409, detail: 'Somebody was faster.' }), fields)).toEqual({
    fields: {},
    form: 'Somebody was faster.',
  });
  expect(readFormRefusal(new ProblemError({ status: 500 }), fields).form).toContain('failed');
});

test('leaves the seconds of a wait to the countdown', () => {
  const detail = 'Wait 27 seconds, then try again.';
  const error = new ProblemError({ status: 429, detail, retryAfterSeconds: 27 });
  expect(readFormRefusal(error, fields).form).toBe('This was tried too often in a short time.');
});

test('says that nothing is lost when the server is out of reach', () => {
  expect(readFormRefusal(new UnreachableError('network'), fields).form).toContain(
    'Nothing you typed is lost',
  );
});
