/**
 * @typedef {{ file: string, imports?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} Manifest
 */

/**
 * The files that a browser needs before it shows the first page: what the document names, the chunk of the page's route
 * where that is one of its own, and all that these import statically.
 *
 * @param {string} html the built `index.html`
 * @param {Manifest} manifest Vite's manifest
 * @param {string} route the route's source file
 * @returns {{ scripts: string[], styles: string[] }} paths relative to the document
 */
export function filesOfFirstLoad(html, manifest, route) {
  const named = [...html.matchAll(/ (?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const styles = named.filter((file) => file.endsWith('.css'));
  const scripts = new Set(named.filter((file) => file.endsWith('.js')));
  if (scripts.size === 0) throw new Error('The document names no script.');

  const chunks = Object.values(manifest);
  const waiting = chunks.filter((chunk) => scripts.has(chunk.file) || chunk === manifest[route]);
  const seen = new Set();
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    scripts.add(chunk.file);
    for (const key of chunk.imports ?? []) {
      const imported = manifest[key];
      if (imported === undefined) throw new Error(`The manifest lacks ${key}.`);
      waiting.push(imported);
    }
  }
  return { scripts: [...scripts].sort(), styles };
}
