import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import { failedFacts, labCall } from '../../../../test-support/export-samples';
import { page } from '../../../../test-support/lab-samples';
import type { CheckRule } from '../standard/rules';
import type { CheckStep } from '../standard/trace';
import { fixFor } from './fix-snippet';

const without = new Set<CheckRule>([
  'tuple-origins',
  'same-scheme',
  'same-host',
  'same-port',
  'same-registrable-domain',
  'redirect-count',
  'cookie-partition',
]);

describe.each(Object.keys(failedFacts) as CheckRule[])('%s', (rule) => {
  const failed = { rule, outcome: 'fail', facts: failedFacts[rule] } as CheckStep;
  const hostile = {
    ...labCall,
    method: 'PUT',
    credentials: 'include',
    headers: [
      { name: "X-'$`{", value: `'"\\\n\${x}` },
      { name: 'Authorization', value: 'Bearer hunter2' },
    ],
  } as const;
  const fix = fixFor(failed, { origin: page, call: hostile });

  test('has an answer, unless there is nothing to set', () => {
    expect(fix === null).toBe(without.has(rule));
  });

  test.each(fix?.snippets ?? [])('allows nobody else and gives no secret away: $place', ({ code }) => {
    expect(code).not.toMatch(/Allow-Origin["':]? *[*]|["'][*]["']|reflect|origin: true|hunter2/i);
    expect(code).not.toMatch(/add_header\s+Access-Control-Allow-Origin\s+"?\$http_origin/);
    expect(code).not.toContain(`${page}/`);
  });

  test.each(fix?.snippets.filter(({ place }) => /page|nestjs|express/.test(place)) ?? [])(
    'can be read by TypeScript: $place',
    ({ code }) => {
      const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });
      expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
    },
  );
});
