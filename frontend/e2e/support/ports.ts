import { createServer } from 'node:net';

// Below the ports that systems give to outgoing connections, so that a server can come back on its port.
const lowest = 20_000;
const highest = 32_000;

/** A port that nothing listens on, on neither of the addresses of `localhost`. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    const free = await Promise.all(['127.0.0.1', '::1'].map((host) => isFree(host, port)));
    if (!free.includes(false)) return port;
  }
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // A machine without IPv6 has that port free, too.
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES');
    });
    probe.listen({ host, port }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
