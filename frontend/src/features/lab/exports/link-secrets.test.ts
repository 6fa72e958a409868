import { describe, expect, test } from 'vitest';
import { labCall, labSetup } from '../../../../test-support/export-samples';
import { experiments } from '../experiments/chapters';
import type { Header } from '../standard/lab-request';
import type { Setup } from '../runs/setup';
import { secretsOf, setupFromHash, setupToHash } from './setup-link';

function withHeaders(...headers: readonly Header[]): Setup {
  return { ...labSetup, calls: [{ ...labCall, headers }] };
}

describe('a link gives no secret away', () => {
  const headers = ['Authorization', 'cookie', 'X-Api-Key', 'X-CSRF-Token', 'authorization'].map((name) => ({
    name,
    value: 'hunter2',
  }));
  const setup = withHeaders(...headers, { name: 'X-Lab', value: '2' });

  test('and still names the header', () => {
    const read = setupFromHash(setupToHash(setup));
    expect(JSON.stringify(read)).not.toContain('hunter2');
    expect(read?.calls[0]?.headers[0]).toEqual({ name: 'Authorization', value: 'left-out' });
    expect(read?.calls[0]?.headers[5]).toEqual({ name: 'X-Lab', value: '2' });
  });

  test('and says what it left out, once', () => {
    expect(secretsOf(setup)).toEqual(['authorization', 'cookie', 'X-Api-Key', 'X-CSRF-Token']);
    expect(secretsOf(labSetup)).toEqual([]);
  });

  test.each([
    ...['X-Auth', 'X-Auth-Key', 'X-JWT', 'X-CSRF', 'X-XSRF', 'X-Access-Key', 'X-Signature', 'X-Api_Key'],
    ...['api_key', 'X-Pwd', 'X-Functions-Key', 'Ocp-Apim-Subscription-Key', 'X-Shopify-Hmac', 'X-PIN'],
    ...['X-Nobody-Has-Heard-Of', 'Authorization ', 'Accept-Me', 'If-Only', 'X-Lab-Key', '密码'],
  ])('in a header named “%s”', (name) => {
    const secret = withHeaders({ name, value: 'hunter2' });
    expect(setupFromHash(setupToHash(secret))?.calls[0]?.headers).toEqual([{ name, value: 'left-out' }]);
    expect(secretsOf(secret)).toEqual([name]);
  });

  test.each([
    ['Accept', 'text/html'],
    ['accept-language', 'de'],
    ['Content-Type', 'application/json'],
    ['If-None-Match', '"1"'],
    ['Idempotency-Key', '1'],
    ['X-HTTP-Method-Override', 'PUT'],
    ['X-Lab', '1'],
    ['X-Api-Key', 'example'],
    ['Authorization', ''],
  ])('and keeps what is none: %s: %s', (name, value) => {
    const open = withHeaders({ name, value });
    expect(setupFromHash(setupToHash(open))).toEqual(open);
    expect(secretsOf(open)).toEqual([]);
  });
});

test.each(experiments.map(({ id, setup }) => [id, setup('client')] as const))(
  'the experiment %s can be run from its link as it is',
  (_, setup) => {
    expect(setupFromHash(setupToHash(setup))).toEqual(setup);
    expect(secretsOf(setup)).toEqual([]);
  },
);
