import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
// @ts-expect-error -- the package has no types
import jsxA11y from 'eslint-plugin-jsx-a11y';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom. Whatever is not allowed here is an error, in the folders of tomorrow too; imports within a
 * folder are free.
 */
const allowedImports = {
  app: ['feature', 'api-ui', 'api', 'ui'],
  feature: ['api-ui', 'api', 'ui'],
  'api-ui': ['api', 'ui'],
  api: [],
  ui: [],
};

/** @type {import('eslint').Linter.Config} */
const boundaryRules = {
  plugins: { boundaries },
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
    'boundaries/elements': [
      { type: 'app', pattern: 'src/app' },
      { type: 'feature', pattern: 'src/features/*' },
      { type: 'api-ui', pattern: 'src/api-ui' },
      { type: 'api', pattern: 'src/api' },
      { type: 'ui', pattern: 'src/ui' },
      { type: 'test-support', pattern: 'test-support' },
    ],
    'boundaries/files': [{ category: 'test', pattern: '**/*.test.{ts,tsx}' }],
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/no-unknown-dependencies': 'error',
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        policies: [
          ...Object.entries(allowedImports).map(([from, to]) => ({
            from: { element: { type: from } },
            allow: to.map((type) => ({ to: { element: { type } } })),
          })),
          {
            from: { file: { categories: 'test' } },
            allow: { to: { element: { type: 'test-support' } } },
          },
          {
            from: { element: { type: 'test-support' } },
            allow: Object.keys(allowedImports).map((type) => ({ to: { element: { type } } })),
          },
        ],
      },
    ],
  },
};

const noReExports = [
  {
    selector: 'ExportAllDeclaration',
    message: 'Import from the file that defines it; there are no barrels.',
  },
  {
    selector: 'ExportNamedDeclaration[source]',
    message: 'Import from the file that defines it; there are no barrels.',
  },
];

export default defineConfig(
  { ignores: ['target', '.wireit', 'src/api/generated', 'playwright-report', 'test-results'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The compiler knows what is defined.
      'no-undef': 'off',
      'no-restricted-syntax': [
        'error',
        ...noReExports,
        { selector: 'ExportDefaultDeclaration', message: 'Export it by its name.' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allow: [{ from: 'lib', name: ['URLSearchParams', 'URL'] }] },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'test-support/**/*.{ts,tsx}'],
    ...boundaryRules,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    rules: { 'react-hooks/exhaustive-deps': 'error', 'react-hooks/incompatible-library': 'error' },
  },
  {
    // One client calls the server: it alone knows credentials, refusals and whether the server answers.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/api/*'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Call the API through src/api/http-client.ts.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'fetch', message: 'Call the API through src/api/http-client.ts.' },
        { object: 'globalThis', property: 'fetch', message: 'Call the API through src/api/http-client.ts.' },
      ],
    },
  },
  {
    // Tools load these by their default export.
    files: ['*.config.{ts,js}'],
    rules: { 'no-restricted-syntax': ['error', ...noReExports] },
  },
  {
    // Playwright reads from an empty pattern that a fixture needs no other, and extends what it exports.
    files: ['e2e/**'],
    rules: { 'no-empty-pattern': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    // JSON and Node's own types reach into scripts as any; the compiler still checks them.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['public/**'],
    languageOptions: { sourceType: 'script' },
  },
);
