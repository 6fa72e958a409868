import { describe, expect, test } from 'vitest';
import {
  allowed,
  evidence,
  expectConclusion,
  got,
  named,
  rejected,
  type Row,
} from '../../../../test-support/doctor-evidence';
import { page } from '../../../../test-support/lab-samples';
import { chromiumEngine } from '../standard/engine';
import type { LabRequest } from '../standard/lab-request';
import { diagnose } from './diagnosis';

const failure = { of: 'request', kind: 'unreachable', detail: 'Nothing listens at localhost:8080.' } as const;
const put: Partial<LabRequest> = { method: 'PUT' };
const preflightAllows = got('preflight', 204, allowed, ['Access-Control-Allow-Methods', 'PUT']);

/** With what the server got in the page's place. */
const rows: readonly Row[] = [
  {
    name: 'an answer without CORS headers',
    found: { outcome: rejected, probe: 'answered', recorded: [got('request', 200)] },
    verdict: 'blocked',
    rule: 'allow-origin-present',
  },
  {
    name: 'an answer for another origin',
    found: {
      outcome: rejected,
      probe: 'answered',
      recorded: [got('request', 200, ['Access-Control-Allow-Origin', `${page}/`])],
    },
    verdict: 'blocked',
    rule: 'allow-origin-matches',
  },
  {
    name: 'a wildcard with credentials',
    call: { credentials: 'include' },
    found: {
      outcome: rejected,
      probe: 'answered',
      recorded: [got('request', 200, ['Access-Control-Allow-Origin', '*'])],
    },
    verdict: 'blocked',
    rule: 'allow-origin-not-wildcard',
  },
  {
    name: 'no leave for credentials',
    call: { credentials: 'include' },
    found: { outcome: rejected, probe: 'answered', recorded: [got('request', 200, allowed)] },
    verdict: 'blocked',
    rule: 'allow-credentials-true',
  },
  {
    name: 'a preflight that is redirected',
    call: put,
    found: {
      outcome: rejected,
      probe: 'answered',
      recorded: [got('preflight', 302, allowed, ['Location', '/log-in'])],
    },
    verdict: 'blocked',
    rule: 'preflight-not-redirected',
  },
  {
    name: 'a preflight that asks for a login',
    call: put,
    found: { outcome: rejected, probe: 'answered', recorded: [got('preflight', 401, allowed)] },
    verdict: 'blocked',
    rule: 'preflight-ok-status',
  },
  {
    name: 'a method that is not allowed',
    call: put,
    found: { outcome: rejected, probe: 'answered', recorded: [got('preflight', 204, allowed)] },
    verdict: 'blocked',
    rule: 'method-allowed',
  },
  {
    name: 'a header that is not allowed',
    call: { headers: [{ name: 'X-Test', value: '1' }] },
    found: {
      outcome: rejected,
      probe: 'answered',
      recorded: [got('preflight', 204, allowed), got('request', 200, allowed)],
    },
    verdict: 'blocked',
    rule: 'header-allowed',
  },
  {
    name: 'a method that is allowed, and was not repeated',
    call: put,
    found: { outcome: rejected, probe: 'answered', recorded: [preflightAllows] },
    verdict: 'blocked-unseen',
    what: /let the PUT go/,
    needsRepeat: true,
  },
  {
    name: 'a method that is allowed, and was repeated',
    call: put,
    found: { outcome: rejected, probe: 'answered', recorded: [preflightAllows, got('request', 500)] },
    verdict: 'blocked',
    rule: 'allow-origin-present',
  },
  {
    name: 'a redirect to where CORS is not known',
    found: {
      outcome: rejected,
      probe: 'answered',
      recorded: [
        got('request', 302, allowed, ['Location', 'http://localhost:8080/other']),
        { ...got('request', 200), url: 'http://localhost:8080/other' },
      ],
    },
    verdict: 'blocked',
    rule: 'allow-origin-present',
  },
  {
    name: 'a redirect whose end nobody looked at',
    found: {
      outcome: rejected,
      probe: 'answered',
      recorded: [got('request', 302, allowed, ['Location', 'http://localhost:8080/other'])],
    },
    verdict: 'blocked-unseen',
  },
  {
    name: 'headers that would allow it',
    found: { outcome: rejected, probe: 'answered', recorded: [got('request', 200, allowed)] },
    verdict: 'contradicted',
    what: /would allow it/,
  },
  {
    name: 'a server that hides from pages without CORS',
    found: { outcome: rejected, probe: 'rejected', recorded: [got('request', 200)] },
    verdict: 'blocked',
    rule: 'allow-origin-present',
  },
  {
    name: 'nothing for the server either',
    found: { outcome: rejected, probe: 'rejected', failure },
    verdict: 'unreachable',
    what: /Nothing listens/,
  },
  {
    name: 'an answer for the page, and none for the server',
    found: { outcome: rejected, probe: 'answered', failure },
    verdict: 'blocked-unseen',
  },
];

describe('concludes from', () => {
  test.each(named(rows))('%s', (_, row) => {
    expectConclusion(row);
  });
});

test('goes by what the engine does', () => {
  const headers = [{ name: 'Authorization', value: 'Bearer x' }];
  const wildcard = ['Access-Control-Allow-Headers', '*'];
  const recorded = [got('preflight', 204, allowed, wildcard), got('request', 200, allowed)];
  const found = evidence({ headers }, { outcome: rejected, probe: 'answered', recorded });

  expect(diagnose(found).reason?.rule).toBe('non-wildcard-header-allowed');
  expect(diagnose({ ...found, engine: chromiumEngine }).verdict).toBe('contradicted');
});
