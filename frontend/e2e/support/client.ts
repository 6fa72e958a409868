import { readFile, readdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { findClient } from './find-program.mjs';
import { listenOnLoopback } from './listening';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The built client on an origin of its own, as any host of static files would serve it. */
export interface Client {
  readonly origin: string;
  /** The same files under another name of the same machine, which browsers take for another site. */
  readonly otherSite: string;
  readonly stop: () => Promise<void>;
}

export interface ClientOptions {
  /** The name that browsers call it by; it has to mean this machine. */
  readonly host: string;
  readonly port: number;
  /** Where it finds the API. */
  readonly apiOrigin: string;
}

export async function startClient({ host, port, apiOrigin }: ClientOptions): Promise<Client> {
  const files = await readFiles(findClient());
  files.set('/config.json', Buffer.from(JSON.stringify({ apiUrl: apiOrigin })));
  // Browsers ask for it on a page that names no icon, and complain where there is none.
  files.set('/favicon.ico', await readFile(join(findClient(), 'icon.svg')));

  const answer: RequestListener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // Whatever is no file is an address within the client.
    const path = files.has(pathname) || extname(pathname) !== '' ? pathname : '/index.html';
    const file = files.get(path);
    if (file === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' })
        .end(file);
  };
  const stop = await listenOnLoopback(answer, port);

  return {
    origin: `http://${host}:${port}`,
    otherSite: `http://127.0.0.1:${port}`,
    stop,
  };
}

async function readFiles(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, Buffer]> => [
        `/${relative(folder, path).split(sep).join('/')}`,
        await readFile(path),
      ]),
    ),
  );
}
