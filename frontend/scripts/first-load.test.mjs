import { expect, test } from 'vitest';
import { filesOfFirstLoad } from './first-load.mjs';

const html = `
  <script src="/theme.js"></script>
  <script type="module" crossorigin src="/assets/entry.js"></script>
  <link rel="stylesheet" crossorigin href="/assets/style.css">
  <link rel="icon" href="/icon.svg" />`;

const manifest = {
  'index.html': { file: 'assets/entry.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js'] },
  'src/list.tsx': { file: 'assets/list.js', imports: ['_of-list.js'] },
  '_of-list.js': { file: 'assets/of-list.js' },
  'src/other.tsx': { file: 'assets/other.js' },
};

test('counts what the document names, its imports, the page’s own chunk, and no other page', () => {
  expect(filesOfFirstLoad(html, manifest, 'src/list.tsx')).toEqual({
    scripts: [
      'assets/deep.js',
      'assets/entry.js',
      'assets/list.js',
      'assets/of-list.js',
      'assets/shared.js',
      'theme.js',
    ],
    styles: ['assets/style.css'],
  });
});

test('counts a page that travels with the entry once', () => {
  expect(filesOfFirstLoad(html, manifest, 'src/within-the-entry.tsx').scripts).not.toContain(
    'assets/list.js',
  );
});

test('fails rather than measure nothing', () => {
  expect(() => filesOfFirstLoad('<p>no script</p>', manifest, 'src/list.tsx')).toThrow('names no script');
});
