import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

// The rules as they are, but for those that need types: no project knows the files of these tests.
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

async function rulesBrokenBy(code: string, filePath: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

function importOf(path: string): string {
  return `import { something } from '${path}';\nsomething();\n`;
}

test.each([
  ['a feature imports another feature', 'src/features/posts/new.ts', '../sessions/session-queries'],
  ['a feature imports the app', 'src/features/posts/new.ts', '../../app/return-path'],
  ['the design system imports a feature', 'src/ui/new.ts', '../features/posts/post-paths'],
  ['the design system imports the client', 'src/ui/new.ts', '../api/http-client'],
  ['the design system imports the app', 'src/ui/new.ts', '../app/router'],
  ['the client imports the design system', 'src/api/new.ts', '../ui/button'],
  ['the client imports what shows its calls', 'src/api/new.ts', '../api-ui/use-form'],
  ['what shows calls imports a feature', 'src/api-ui/new.ts', '../features/posts/post-paths'],
  ['the client imports a feature', 'src/api/new.ts', '../features/posts/post-paths'],
  ['a feature that is new imports another', 'src/features/lab/new.ts', '../posts/post-paths'],
  ['production code imports what supports tests', 'src/app/new.ts', '../../test-support/server'],
])('refuses that %s', async (_, file, path) => {
  expect(await rulesBrokenBy(importOf(path), file)).toEqual(['boundaries/dependencies']);
});

test.each([
  ['a folder that nobody has named', 'src/utils/new.ts'],
  ['a file beside the folders', 'src/new.ts'],
])('refuses %s', async (_, file) => {
  expect(await rulesBrokenBy('export const one = 1;\n', file)).toEqual(['boundaries/no-unknown-files']);
});

test('refuses an import from a folder that nobody has named', async () => {
  expect(await rulesBrokenBy(importOf('../../scripts/first-load.mjs'), 'src/app/new.ts')).toEqual([
    'boundaries/no-unknown-dependencies',
  ]);
});

test.each([
  ['the app imports a feature', 'src/app/new.ts', '../features/posts/post-paths'],
  ['a feature imports the client', 'src/features/posts/new.ts', '../../api/http-client'],
  ['a feature imports what shows calls', 'src/features/lab/new.ts', '../../api-ui/use-form'],
  ['what shows calls imports the client', 'src/api-ui/new.ts', '../api/http-client'],
  ['a feature imports the design system', 'src/features/lab/new.ts', '../../ui/button'],
  ['a feature imports from itself', 'src/features/posts/new.ts', './post-paths'],
  ['a test imports what supports tests', 'src/ui/new.test.ts', '../../test-support/server'],
])('allows that %s', async (_, file, path) => {
  expect(await rulesBrokenBy(importOf(path), file)).toEqual([]);
});

test('refuses a call past the client, by each of its names', async () => {
  const calls = 'void fetch("/a");\nvoid window.fetch("/b");\nvoid globalThis.fetch("/c");\n';
  expect(await rulesBrokenBy(calls, 'src/features/posts/new.ts')).toEqual([
    'no-restricted-globals',
    'no-restricted-properties',
    'no-restricted-properties',
  ]);
});

test.each([
  'export * from "./post-paths";\n',
  'export { postPath } from "./post-paths";\n',
  'export default 1;\n',
])('refuses barrels and default exports: %j', async (code) => {
  expect(await rulesBrokenBy(code, 'src/features/posts/new.ts')).toEqual(['no-restricted-syntax']);
});

test('refuses any', async () => {
  const rules = await rulesBrokenBy('export function f(a: any): void { String(a); }\n', 'src/ui/new.ts');
  expect(rules).toEqual(['@typescript-eslint/no-explicit-any']);
});
