import { expect, test } from 'vitest';
import { allowed, answered, evidence, got, rejected } from '../../../../test-support/doctor-evidence';
import { diagnose } from './diagnosis';

function hintFor(...pairs: string[][]) {
  return diagnose(evidence({}, { outcome: answered, recorded: [got('request', 200, ...pairs)] })).hint;
}

const credentials = ['Access-Control-Allow-Credentials', 'true'];

test('warns of an origin that is named and does not vary, and the more with credentials', () => {
  expect(hintFor(allowed)).toMatch(/“Vary: Origin”/);
  expect(hintFor(allowed)).not.toMatch(/credentials/);
  expect(hintFor(allowed, credentials)).toMatch(/Vary: Origin.*credentials/);
  expect(hintFor(allowed, ['Vary', 'Accept-Encoding'])).toMatch(/“Vary: Origin”/);
});

test('warns of a server that allows whichever origin asks, with credentials, though it varies', () => {
  const found = { outcome: answered, allowsStrangers: true };
  const recorded = [got('request', 200, allowed, credentials, ['Vary', 'Origin'])];
  expect(diagnose(evidence({}, { ...found, recorded })).hint).toMatch(
    /also allows an origin that Preflight made up, with credentials, so every site can call it/,
  );
  // Also where the page is blocked by something else.
  const preflight = [got('preflight', 200, allowed, credentials)];
  const blocked = evidence(
    { method: 'PUT' },
    { outcome: rejected, probe: 'answered', allowsStrangers: true, recorded: preflight },
  );
  expect(diagnose(blocked).hint).toMatch(/every site can call it/);
});

test('says nothing of an answer that varies, or that is for everybody', () => {
  expect(hintFor(allowed, credentials, ['vary', 'Accept-Encoding, origin'])).toBeNull();
  expect(hintFor(allowed, ['Vary', '*'])).toBeNull();
  expect(hintFor(['Access-Control-Allow-Origin', '*'])).toBeNull();
});
