import { expect, test } from 'vitest';
import { explainReason, explainSteps } from './explanation';
import { compareOrigins, originOf } from './origin';
import { compareSites } from './site';

test('explains why two hosts are of two sites', () => {
  const [one, other] = [originOf('https://ada.github.io'), originOf('https://github.io')];
  const { trace } = compareSites(one ?? expect.unreachable(), other ?? expect.unreachable());
  expect(explainReason(trace)?.what).toBe(
    'ada.github.io and github.io are of two sites: ada.github.io is registrable; github.io stands for itself alone.',
  );
});

test('says it once of two hosts that are both names to register', () => {
  const [one, other] = [originOf('https://ada.github.io'), originOf('https://bob.github.io')];
  const { trace } = compareSites(one ?? expect.unreachable(), other ?? expect.unreachable());
  expect(explainReason(trace)?.what).toBe(
    'ada.github.io and bob.github.io are of two sites: each is a name that somebody else can register.',
  );
});

test.each([
  ['Same origin', compareOrigins],
  ['Same site', compareSites],
])('cites “%s” where it is about that', (title, compare) => {
  const [one, other] = [originOf('http://example.com'), originOf('https://example.com')];
  const { trace } = compare(one ?? expect.unreachable(), other ?? expect.unreachable());
  expect(explainReason(trace)?.section.title).toBe(title);
  expect(explainSteps(trace).at(-1)?.section.title).toBe(title);
});
