import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { bothAddresses } from './scripts/both-addresses.mjs';

/**
 * React Router ships a production build, but its package leads every bundler to the one with development's warnings;
 * and it names its components in a way that keeps the unused ones. Both together are 2.5 kB of the first load.
 */
function productionRouter(): Plugin {
  const production = 'node_modules/react-router/dist/production';
  return {
    name: 'production-router',
    apply: 'build',
    config: () => ({
      resolve: { alias: [{ find: /^react-router$/, replacement: resolve(production, 'index.mjs') }] },
    }),
    transform: {
      filter: { id: new RegExp(production) },
      handler: (code) =>
        code
          .replace(/^\w+\.displayName = .*;$/gm, '')
          .replace(/= (\w+\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1'),
    },
  };
}

/**
 * Lets the browser fetch `config.json` while it still loads the script that asks for it. Only in the build: the
 * development server's client does not read that file, and an unused preload is a warning in the console.
 */
function preloadConfiguration(): Plugin {
  return {
    name: 'preload-configuration',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'link',
        attrs: { rel: 'preload', href: '/config.json', as: 'fetch', crossorigin: true },
        injectTo: 'head',
      },
    ],
  };
}

export default defineConfig({
  plugins: [react(), productionRouter(), preloadConfiguration(), bothAddresses()],
  server: { host: 'localhost', port: 5173, strictPort: true },
  build: {
    outDir: 'target/classes/public',
    emptyOutDir: true,
    manifest: true,
    // Browsers with light-dark(), which the two themes are made of.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // The content security policy admits no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // One file for what every visit begins with compresses better than several, and arrives sooner.
        codeSplitting: {
          groups: [
            { name: 'first-load', tags: ['$initial'] },
            // The styles of every page but the Lab's own, and small things that several pages share: no page waits
            // for a file of its own for these.
            {
              name: 'pages',
              test: /src\/(?:(?!features\/lab).*\.css|ui\/(?:prose|rows|save-file|text-area|use-media-query)\.tsx?|app\/routes\/post-not-found\.tsx)$/,
            },
            // Small things that several parts of the Lab share, for the same reason.
            {
              name: 'lab',
              test: /src\/(?:features\/lab\/(?:[^/]+|trace\/(?:failure-note|heading|section-link)|build\/choices|policy\/policy-queries|results\/recorded-lines)|ui\/(?:check|select)-field)\.(?:module\.css|tsx?)$/,
              minShareCount: 2,
            },
            // What the pages around an account share. Each chunk's name is listed in the first load, and names, being
            // hashes, do not compress.
            {
              name: 'account',
              test: /src\/(?:api|app\/(?!routes)|features\/(?:accounts|sessions)|ui\/(?:ago|badge|field|form|password|section|submit|text-field|use-field))/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'client',
          environment: 'happy-dom',
          setupFiles: ['test-support/setup.ts'],
          include: ['src/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: { name: 'tools', environment: 'node', include: ['scripts/*.test.mjs', '*.test.ts'] },
      },
    ],
  },
});
