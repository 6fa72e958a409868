import { expect, test } from 'vitest';
import { allowed, answered, evidence, got } from '../../../../test-support/doctor-evidence';
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

test('says nothing of an answer that varies, or that is for everybody', () => {
  expect(hintFor(allowed, credentials, ['vary', 'Accept-Encoding, origin'])).toBeNull();
  expect(hintFor(allowed, ['Vary', '*'])).toBeNull();
  expect(hintFor(['Access-Control-Allow-Origin', '*'])).toBeNull();
});
