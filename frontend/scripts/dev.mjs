import { connect } from 'node:net';
import process from 'node:process';
import { createServer } from 'vite';

const port = 5173;

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

// Vite binds one of the two addresses of `localhost`; a server on the other one would answer some browsers instead.
if ((await Promise.all(['127.0.0.1', '::1'].map(answers))).includes(true)) {
  console.error(
    `Port ${port} is taken by another program, and the API admits the client on this port only: ` +
      `stop that program and start again.`,
  );
  process.exit(1);
}

const server = await createServer();
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
