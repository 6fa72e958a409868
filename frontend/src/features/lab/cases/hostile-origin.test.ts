import { expect, test } from 'vitest';
import { policy } from '../../../../test-support/policy-samples';
import type { SimulatedAnswer } from '../../../api/generated/types.gen';
import { judgeHostile, type HostileOrigin } from './hostile-origin';

const evil: HostileOrigin = {
  id: 'O001',
  trusted: 'http://localhost:5173',
  origin: 'https://evil.example',
  name: 'unrelated origin',
  class: 'reflection',
  reason: 'plain reflection of Origin',
  browserSends: 'yes',
  foolsNaiveMatcher: [],
};

const vary = { name: 'Vary', value: 'Origin' };

function answers(
  change: (answer: SimulatedAnswer) => Partial<SimulatedAnswer> = () => ({}),
): SimulatedAnswer[] {
  const common = { reason: '', status: null, headers: [vary], undeliverable: [] };
  const right: SimulatedAnswer[] = [
    { ...common, kind: 'request', allowed: true, rule: 'safe-method' },
    { ...common, kind: 'request', allowed: false, rule: 'foreign-origin' },
    { ...common, kind: 'preflight', allowed: false, rule: 'preflight-refused' },
  ];
  return right.map((answer) => ({ ...answer, ...change(answer) }));
}

test('is content with a server that tells it nothing', () => {
  expect(judgeHostile(evil, answers(), policy)).toMatchObject({ outcome: 'refused', complaints: [] });
});

test.each([
  ['reads', { headers: [vary, { name: 'Access-Control-Allow-Origin', value: evil.origin }] }, /It is told/],
  ['reads by *', { headers: [vary, { name: 'access-control-allow-origin', value: '*' }] }, /another origin/],
  [
    'is told of credentials',
    { headers: [vary, { name: 'Access-Control-Allow-Credentials', value: 'true' }] },
    /told/,
  ],
  ['may be served another’s answer', { headers: [] }, /does not say that it depends/],
  ['is let in', { allowed: true }, /reaches the server|preflight passes/],
])('complains if it %s', (_, wrong, complaint) => {
  const { outcome, complaints } = judgeHostile(
    evil,
    answers(() => wrong),
    policy,
  );
  expect(outcome).toBe('failed');
  expect(complaints.join(' ')).toMatch(complaint);
});

test('complains if the server did not judge every request', () => {
  expect(judgeHostile(evil, answers().slice(1), policy).outcome).toBe('failed');
});

test('knows this server’s own clients and origin', () => {
  const client = { ...evil, origin: 'http://localhost:5173' };
  const allowed = answers(() => ({
    allowed: true,
    headers: [vary, { name: 'Access-Control-Allow-Origin', value: client.origin }],
  }));
  expect(judgeHostile(client, allowed, policy).outcome).toBe('client');
  expect(judgeHostile({ ...client, origin: ` ${client.origin}\t` }, allowed, policy).outcome).toBe('client');
  expect(judgeHostile({ ...evil, origin: 'http://localhost:5173/' }, allowed, policy).outcome).toBe('failed');
  const own = answers(({ kind }) => (kind === 'request' ? { allowed: true } : {}));
  expect(judgeHostile({ ...evil, origin: policy.ownOrigin }, own, policy).outcome).toBe('own');
});
