import { connect, createServer } from 'node:net';
import process from 'node:process';

export const addresses = ['127.0.0.1', '::1'];

/**
 * Whether anybody listens there.
 *
 * @param {string} host
 * @param {number} port
 */
export function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** @param {number} port */
export function taken(port) {
  return (
    `Port ${port} is taken by another program, and the API admits the client on this port only: ` +
    `stop that program and start again.`
  );
}

/**
 * Vite binds one of the addresses of `localhost`, and some browsers try the other one first; 127.0.0.1 is also an
 * origin of its own. Whoever comes there, the websocket of hot reload included, is handed to Vite.
 *
 * @returns {import('vite').Plugin}
 */
export function bothAddresses() {
  return {
    name: 'both-addresses',
    apply: 'serve',
    configureServer(server) {
      const { httpServer } = server;
      httpServer?.once('listening', () => {
        const bound = httpServer.address();
        // With `--host`, Vite binds all addresses itself.
        if (bound === null || typeof bound === 'string' || !addresses.includes(bound.address)) return;
        const relay = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
          httpServer.emit('connection', socket);
        });
        relay.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
          // A machine without IPv6 has one address alone.
          if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return;
          server.config.logger.error(error.code === 'EADDRINUSE' ? taken(bound.port) : error.message);
          process.exitCode = 1;
          void server.close();
        });
        // Vite starts again, on the same port, whenever its configuration changes.
        httpServer.once('close', () => relay.close());
        relay.listen({ host: addresses.find((address) => address !== bound.address), port: bound.port });
      });
    },
  };
}
