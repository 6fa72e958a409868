import { expect, test } from 'vitest';
import { allCases, casesOf } from '../../../../test-support/browser-cases';
import { chromiumEngine, firefoxEngine, webkitEngine } from '../standard/engine';
import { runAll } from './case-outcome';

test.each([chromiumEngine, firefoxEngine, webkitEngine])(
  'tells of a case that $name answers otherwise in what it departs, by its own name',
  (engine) => {
    const others = runAll(allCases, engine).filter(({ outcome }) => outcome !== 'passed');

    expect(others.length).toBeGreaterThan(3);
    const told = new RegExp(`^Unlike the standard, ${engine.name} .+\\.$`);
    for (const { each, departure } of others) expect(departure ?? 'none', each.id).toMatch(told);
  },
);

test('fails a case that nothing in the engine explains', () => {
  const [, head] = casesOf('browser-classify')[0] ?? expect.unreachable();
  const wrong = { ...head, expect: { ...head.expect, preflight: !head.expect.preflight } };

  expect(runAll([wrong], webkitEngine)).toMatchObject([{ outcome: 'failed', departure: null }]);
});
