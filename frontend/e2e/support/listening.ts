import { createServer, type RequestListener } from 'node:http';

/**
 * Answers on a port of this machine alone, on either of its addresses: browsers may try each one of `localhost` first.
 *
 * @returns what ends it
 */
export async function listenOnLoopback(answer: RequestListener, port: number): Promise<() => Promise<void>> {
  const stops = await Promise.all(['127.0.0.1', '::1'].map((address) => listen(answer, address, port)));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function listen(answer: RequestListener, address: string, port: number): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = createServer(answer);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(() => Promise.resolve());
      else reject(error);
    });
    server.listen({ host: address, port }, () => {
      resolve(
        () =>
          new Promise((closed) => {
            server.close(() => {
              closed();
            });
            server.closeAllConnections();
          }),
      );
    });
  });
}
