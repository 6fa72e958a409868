import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { bothAddresses } from './scripts/both-addresses.mjs';

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
  plugins: [react(), preloadConfiguration(), bothAddresses()],
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
        // Their names are listed in the first load.
        chunkFileNames: 'assets/[hash].js',
        assetFileNames: 'assets/[hash][extname]',
        // One file for what every visit begins with, and one for what several pages share of the lower layers: few
        // files compress better than many, and arrive sooner.
        codeSplitting: {
          groups: [
            { name: 'first-load', tags: ['$initial'] },
            { name: 'shared', test: /\/src\/(?:api|api-ui|ui)\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  test: {
    restoreMocks: true,
    // Of two cores it would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'client',
          environment: 'happy-dom',
          setupFiles: ['test-support/setup.ts'],
          include: ['src/**/*.test.tsx'],
        },
      },
      // What needs neither a document nor a network is spared the time that setting them up takes.
      { extends: true, test: { name: 'pure', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'tools', environment: 'node', include: ['scripts/*.test.mjs', '*.test.ts'] },
      },
    ],
  },
});
