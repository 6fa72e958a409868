import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesOfFirstLoad } from './first-load.mjs';

const output = 'target/classes/public';
const list = 'target/classes/client-files.txt';
const route = 'src/app/routes/post-list-route.tsx';
const budget = { scripts: 112_000, styles: 10_000 };
const compressible = /\.(?:css|html|ico|js|json|map|mjs|svg|txt|webmanifest|xml)$/;

const compressors = {
  '.br': (/** @type {Buffer} */ bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  '.gz': (/** @type {Buffer} */ bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/** @param {string} folder @returns {Promise<string[]>} */
async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** @param {string} file */
async function compress(file) {
  const path = join(output, file);
  const bytes = await readFile(path);
  for (const [suffix, compressor] of Object.entries(compressors)) {
    const packed = await compressor(bytes);
    if (packed.length < bytes.length) await writeFile(path + suffix, packed);
  }
}

/** @param {string[]} files */
async function gzipSize(files) {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const packed = await compressors['.gz'](await readFile(join(output, file)));
      return packed.length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const manifestPath = join(output, '.vite/manifest.json');
const firstLoad = filesOfFirstLoad(
  await readFile(join(output, 'index.html'), 'utf8'),
  JSON.parse(await readFile(manifestPath, 'utf8')),
  route,
);
// The manifest is the build's own note; nothing at run time reads it.
await rm(join(output, '.vite'), { recursive: true });

const files = await filesBelow(output);
await writeFile(list, files.map((file) => `${file}\n`).join(''));
await Promise.all(files.filter((file) => compressible.test(file)).map(compress));

const size = { scripts: await gzipSize(firstLoad.scripts), styles: await gzipSize(firstLoad.styles) };
const total = (await Promise.all(files.map((file) => stat(join(output, file))))).reduce(
  (sum, s) => sum + s.size,
  0,
);
console.log(`${files.length} files, ${kB(total)} before compression.`);
console.log(
  `First load of the list (gzip): JavaScript ${kB(size.scripts)} of ${kB(budget.scripts)}, ` +
    `CSS ${kB(size.styles)} of ${kB(budget.styles)}.`,
);
const over = [
  ...(size.scripts > budget.scripts ? [`JavaScript by ${kB(size.scripts - budget.scripts)}`] : []),
  ...(size.styles > budget.styles ? [`CSS by ${kB(size.styles - budget.styles)}`] : []),
];
if (over.length > 0) {
  console.error(`The first load of the list is over its budget: ${over.join(' and ')}.`);
  process.exitCode = 1;
}
