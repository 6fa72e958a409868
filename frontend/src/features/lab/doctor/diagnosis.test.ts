import { describe, expect, test } from 'vitest';
import {
  answered,
  evidence,
  expectConclusion,
  named,
  rejected,
  type Row,
} from '../../../../test-support/doctor-evidence';
import { diagnose } from './diagnosis';

/** What the page finds out alone. */
const rows: readonly Row[] = [
  { name: 'an answer', found: { outcome: answered }, verdict: 'allowed', what: /status 200/ },
  {
    name: 'a rejection, and an opaque answer',
    found: { outcome: rejected, probe: 'answered' },
    verdict: 'blocked-unseen',
  },
  {
    name: 'a rejection, and another one without CORS',
    found: { outcome: rejected, probe: 'rejected' },
    verdict: 'unreachable',
    what: /Nothing that a page may know of/,
  },
  {
    name: 'a rejection, and silence without CORS',
    found: { outcome: rejected, probe: 'timeout' },
    verdict: 'unreachable',
  },
  { name: 'silence', found: { outcome: { kind: 'timeout' } }, verdict: 'unreachable', what: /in time/ },
  {
    name: 'a violation of the page’s own policy',
    found: { outcome: rejected, probe: 'rejected', violatesPolicy: true },
    verdict: 'policy',
  },
  {
    name: 'plain http called by an https page',
    call: { origin: 'https://app.example.com', url: 'http://api.example.com/' },
    found: {},
    verdict: 'mixed-content',
  },
  {
    name: 'plain http of this machine called by an https page',
    call: { origin: 'https://app.example.com' },
    found: { outcome: rejected, probe: 'answered' },
    verdict: 'blocked-unseen',
  },
  {
    name: 'an address with a password',
    call: { url: 'http://user:secret@localhost:8080/' },
    found: {},
    verdict: 'refused',
    rule: 'url-usable',
  },
  {
    name: 'a body with GET',
    call: { body: { kind: 'string' } },
    found: {},
    verdict: 'refused',
    rule: 'body-allowed',
  },
];

describe('concludes from', () => {
  test.each(named(rows))('%s', (_, row) => {
    expectConclusion(row);
  });
});

test('hints at the local network where an open page calls into it', () => {
  const inward = { origin: 'https://app.example.com', url: 'https://192.168.1.7/' };
  expect(diagnose(evidence(inward, { outcome: rejected, probe: 'rejected' })).hint).toMatch(/local network/);
  expect(diagnose(evidence({}, { outcome: rejected, probe: 'rejected' })).hint).toBeNull();
});

test('gives a server no credit for what a page may do at its own origin', () => {
  const own = { url: 'http://localhost:5173/posts', origin: 'http://localhost:5173' };
  expect(diagnose(evidence(own, { outcome: answered })).explanation.why).toMatch(/CORS has no say/);
  expect(diagnose(evidence({}, { outcome: answered })).explanation.why).toMatch(/Your server allows/);
});

test('looks for a typing error where the name is not known', () => {
  const failure = { of: 'request', kind: 'dns', detail: 'Nobody knows api.exmaple.com.' } as const;
  const { explanation } = diagnose(evidence({}, { outcome: rejected, probe: 'rejected', failure }));
  expect(explanation.todo).toMatch(/typing error/);
});
