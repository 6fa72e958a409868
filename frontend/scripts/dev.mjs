import process from 'node:process';
import { createServer } from 'vite';
import { addresses, answers, taken } from './both-addresses.mjs';

// `mvn -Pdev` names the addresses itself, among others.
const quiet = process.argv.includes('--quiet');
const server = await createServer(quiet ? { logLevel: 'warn', clearScreen: false } : {});
const { port } = server.config.server;

// A server on one of the two addresses of `localhost`, or on all of the machine's, would answer some browsers instead.
if ((await Promise.all(addresses.map((host) => answers(host, port)))).includes(true)) {
  console.error(taken(port));
  process.exit(1);
}

await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
