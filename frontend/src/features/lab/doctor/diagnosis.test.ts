import { describe, expect, test } from 'vitest';
import { call, headersOf, page } from '../../../../test-support/lab-samples';
import type { ForeignOutcome } from '../../../api/foreign-fetch';
import { chromiumEngine, standardEngine } from '../standard/engine';
import type { LabRequest } from '../standard/lab-request';
import { diagnose, type VerdictName } from './diagnosis';
import { evidenceOf, type Evidence, type RecordedAnswer } from './evidence';

const rejected: ForeignOutcome = { kind: 'rejected', message: 'Failed to fetch' };
const answered: ForeignOutcome = {
  kind: 'answered',
  status: 200,
  headers: [],
  redirectedTo: null,
  millis: 3,
};
const failure = { of: 'request', kind: 'unreachable', detail: 'Nothing listens at localhost:8080.' } as const;

function got(kind: RecordedAnswer['kind'], status: number, ...pairs: string[][]): RecordedAnswer {
  const method = kind === 'preflight' ? 'OPTIONS' : 'GET';
  const headers = headersOf(pairs).map((header) => ({ ...header }));
  return {
    kind,
    url: call.url,
    answer: { method, url: call.url, status, headers, millis: 3, httpVersion: 'HTTP/1.1' },
  };
}

const allowed = ['Access-Control-Allow-Origin', page];
const put: Partial<LabRequest> = { method: 'PUT' };
const preflightAllows = got('preflight', 204, allowed, ['Access-Control-Allow-Methods', 'PUT']);

function evidence(request: Partial<LabRequest>, found: Partial<Evidence>): Evidence {
  return { ...evidenceOf({ ...call, ...request }, standardEngine), ...found };
}

interface Row {
  readonly name: string;
  readonly call?: Partial<LabRequest>;
  readonly found: Partial<Evidence>;
  readonly verdict: VerdictName;
  readonly rule?: string;
  readonly what?: RegExp;
  readonly needsRepeat?: true;
}

const rows: readonly Row[] = [
  // What the page tells alone
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

  // With what the server got
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
    name: 'a preflight that asks for a log-in',
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
  test.each(rows.map((row): [string, Row] => [row.name, row]))('%s', (_, row) => {
    const diagnosis = diagnose(evidence(row.call ?? {}, row.found));

    expect(diagnosis.verdict).toBe(row.verdict);
    expect(diagnosis.reason?.rule).toBe(row.rule);
    expect(diagnosis.needsRepeat).toBe(row.needsRepeat ?? false);
    if (row.what) expect(diagnosis.explanation.what).toMatch(row.what);
    for (const sentence of Object.values(diagnosis.explanation)) expect(sentence).toMatch(/\.$/);
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

test('hints at the local network where an open page calls into it', () => {
  const inward = { origin: 'https://app.example.com', url: 'https://192.168.1.7/' };
  expect(diagnose(evidence(inward, { outcome: rejected, probe: 'rejected' })).hint).toMatch(/local network/);
  expect(diagnose(evidence({}, { outcome: rejected, probe: 'rejected' })).hint).toBeNull();
});
