import { describe, expect, test } from 'vitest';
import { labCall, step } from '../../../../test-support/export-samples';
import { page } from '../../../../test-support/lab-samples';
import type { CheckStep } from '../standard/trace';
import type { Place } from './fix';
import { fixFor } from './fix-snippet';
import type { Asked } from './server-fix';

const asked: Asked = { origin: page, call: labCall };
const sending = { ...labCall, method: 'PUT', credentials: 'include' } as const;
const absent = step('allow-origin-present', { origin: page });

function codeFor(failed: CheckStep, place: Place, by: Asked = asked): string {
  const snippet = fixFor(failed, by)?.snippets.find((each) => each.place === place);
  if (snippet === undefined) throw new Error(`There is no snippet for ${place}.`);
  return snippet.code;
}

describe('allows exactly the page', () => {
  test('in Micronaut', () => {
    expect(codeFor(absent, 'micronaut')).toBe(
      `# application.yml. Micronaut sends “Vary: Origin” by itself.
micronaut:
  server:
    cors:
      enabled: true
      configurations:
        client:
          allowed-origins: ["${page}"]
          allowed-methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
          allowed-headers: ["Content-Type"]
          allow-credentials: false
          max-age: 7200`,
    );
  });

  test('in Spring, before the login', () => {
    const code = codeFor(absent, 'spring', { origin: page, call: sending });
    expect(code).toContain(`policy.setAllowedOrigins(List.of("${page}"));`);
    expect(code).toContain('policy.setAllowCredentials(true);');
    expect(code).toContain('http.cors(Customizer.withDefaults())');
  });

  test('in Express and NestJS, with a list, which makes the answer vary', () => {
    for (const place of ['express', 'nestjs'] as const) {
      expect(codeFor(absent, place)).toContain(`origin: ['${page}'],`);
    }
  });

  test('in nginx, for errors too, and again within the preflight’s block', () => {
    const code = codeFor(absent, 'nginx', { origin: page, call: sending });
    expect(code).toContain(`    default "";\n    "${page}" "${page}";`);
    expect(code.match(/add_header Access-Control-Allow-Origin \$allowed_origin always;/g)).toHaveLength(2);
    expect(code.match(/add_header Access-Control-Allow-Credentials true always;/g)).toHaveLength(2);
    expect(code.match(/add_header Vary Origin always;/g)).toHaveLength(2);
    expect(code).toContain('return 204;');
    expect(codeFor(absent, 'nginx')).not.toContain('Credentials');
  });

  test('without a slash at its end', () => {
    const code = codeFor(absent, 'micronaut', { ...asked, origin: `${page}/` });
    expect(code).toContain(`allowed-origins: ["${page}"]`);
  });
});

describe('allows what this very call needs', () => {
  const call = {
    ...labCall,
    method: 'REPORT',
    headers: [
      { name: 'If-Match', value: '"1"' },
      { name: 'content-type', value: 'application/json' },
      { name: 'Origin', value: 'http://elsewhere.example' },
      { name: "X-$it's", value: '1' },
      { name: 'not a name', value: '1' },
      { name: '*', value: '1' },
    ],
  };
  const failed = step('header-allowed', { name: 'x-late', value: null, credentials: false });

  test('each header once, without forbidden ones and without what is no name', () => {
    expect(codeFor(failed, 'express', { origin: page, call })).toContain(
      `allowedHeaders: ['Content-Type', 'If-Match', "X-$it's", 'x-late'],`,
    );
    const code = codeFor(failed, 'nginx', { origin: page, call });
    expect(code).toContain(`"Content-Type, If-Match, X-\${dollar}it's, x-late"`);
    expect(code).toContain('geo $dollar {');
  });

  test('its method, and says where a framework cannot', () => {
    expect(codeFor(failed, 'spring', { origin: page, call })).toContain('"DELETE", "REPORT"));');
    const yaml = codeFor(failed, 'micronaut', { origin: page, call });
    expect(yaml).toContain('does not know REPORT');
    expect(yaml).not.toContain('"REPORT"');
  });
});

describe('changes the page where that is the mistake', () => {
  test('patch is written in upper case', () => {
    const failed = step('method-allowed', { method: 'patch', value: 'PATCH', credentials: false });
    const by = { origin: page, call: { ...labCall, method: 'patch' } };
    expect(fixFor(failed, by)?.snippets[0]).toEqual({
      place: 'page',
      code: "await fetch(url, {\n  method: 'PATCH',\n});",
    });
    expect(codeFor(failed, 'micronaut', by)).not.toContain('patch');
  });

  test('credentials are asked for, and the server admits them', () => {
    const failed = step('credentials-included', { credentials: 'omit', origin: page, target: 'http://a.b' });
    expect(codeFor(failed, 'page')).toBe("await fetch(url, {\n  credentials: 'include',\n});");
    expect(codeFor(failed, 'micronaut')).toContain('allow-credentials: true');
  });

  test('mode no-cors is left out', () => {
    const by = { origin: page, call: { ...labCall, mode: 'no-cors' } } as const;
    expect(codeFor(step('response-not-opaque', { mode: 'no-cors' }), 'page', by)).toBe('await fetch(url);');
  });

  test('a value beyond Latin-1 is encoded', () => {
    const headers = [{ name: 'X-Lab', value: '日' }];
    const failed = step('header-valid', { name: 'X-Lab', value: '日' });
    expect(codeFor(failed, 'page', { origin: page, call: { ...labCall, headers } })).toContain(
      "headers: { 'X-Lab': '%E6%97%A5' },",
    );
  });

  test('a value that is cut within a character is mended and encoded', () => {
    const header = { name: 'X-Lab', value: 'a\ud83d' };
    const by = { origin: page, call: { ...labCall, headers: [header] } };
    expect(codeFor(step('header-valid', header), 'page', by)).toContain("{ 'X-Lab': 'a%EF%BF%BD' }");
  });
});

test('a cookie for pages of other sites is Secure and Partitioned, where nginx cannot help', () => {
  const facts = { name: 'lab-a', sameSite: 'Lax', context: 'http://b.c', navigation: null } as const;
  const fix = fixFor(step('cookie-same-site', facts), asked);
  expect(fix?.snippets.map(({ place }) => place)).toEqual([
    'answer',
    'micronaut',
    'spring',
    'nestjs',
    'express',
  ]);
  expect(fix?.snippets[0].code).toBe(
    'Set-Cookie: lab-a=…; Path=/; HttpOnly; SameSite=None; Secure; Partitioned',
  );
  expect(codeFor(step('cookie-none-secure', { name: 'lab-a' }), 'nginx')).toContain(
    'proxy_cookie_flags "lab-a" secure httponly samesite=none;',
  );
});

describe('allows “null” to nobody', () => {
  test('who is sandboxed', () => {
    const opaque = step('allow-origin-present', { origin: 'null' });
    const fix = fixFor(opaque, { origin: 'null', call: sending });
    expect(fix?.snippets.map(({ place }) => place)).toEqual(['page']);
    expect(fixFor(opaque, { origin: 'null', call: labCall })?.snippets[1]?.code).toBe(
      'Access-Control-Allow-Origin: *',
    );
  });

  test('whose origin redirects hid', () => {
    const fix = fixFor(step('allow-origin-matches', { origin: 'null', value: page }), asked);
    expect(fix?.advice).toContain('A redirect hid the page’s origin');
    expect(fix?.snippets.map(({ place }) => place)).toEqual(['page']);
  });
});
