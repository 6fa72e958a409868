import { createServer as createHttpServer } from 'node:http';
import { connect } from 'node:net';
import process from 'node:process';
import { createServer } from 'vite';

const port = 5173;
const addresses = ['127.0.0.1', '::1'];

/** @param {string} host */
function answers(host) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

// A server on one of the two addresses of `localhost` would answer some browsers instead.
if ((await Promise.all(addresses.map(answers))).includes(true)) {
  console.error(
    `Port ${port} is taken by another program, and the API admits the client on this port only: ` +
      `stop that program and start again.`,
  );
  process.exit(1);
}

const server = await createServer();
await server.listen();
await listenOnTheOtherAddress();
server.printUrls();
server.bindCLIShortcuts({ print: true });

/**
 * Vite binds one of the addresses of `localhost`, and some browsers try the other one first; 127.0.0.1 is also an
 * origin of its own. What comes there, the websocket of hot reload included, is Vite's.
 */
async function listenOnTheOtherAddress() {
  const bound = server.httpServer?.address();
  const other = addresses.find((address) => typeof bound === 'object' && address !== bound?.address);
  const relay = createHttpServer();
  for (const event of ['request', 'upgrade']) {
    relay.on(event, (...exchange) => server.httpServer?.emit(event, ...exchange));
  }
  await new Promise((resolve, reject) => {
    relay.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 has one address alone.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(undefined);
      else reject(error);
    });
    relay.listen({ host: other, port }, () => resolve(undefined));
  });
}
