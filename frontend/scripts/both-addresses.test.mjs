import { once } from 'node:events';
import { createServer as createTcpServer, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import process from 'node:process';
import { createLogger, createServer } from 'vite';
import { afterEach, expect, test } from 'vitest';
import { addresses, answers, bothAddresses, taken } from './both-addresses.mjs';

const hasIpv6 = Object.values(networkInterfaces()).some((entries) =>
  entries?.some((entry) => entry.address === '::1'),
);

/** @type {(() => Promise<unknown>)[]} */
const running = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});

test.runIf(hasIpv6).each(addresses)('answers on both addresses, also when Vite binds %s', async (host) => {
  const { port } = await start(host);

  for (const address of addresses) {
    expect(await ask(address, port, 'GET / HTTP/1.1', 'Connection: close')).toMatch(/^HTTP\/1.1 404/);
    expect(
      await ask(
        address,
        port,
        'GET /?token=HMR HTTP/1.1',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Protocol: vite-ping',
      ),
    ).toMatch(/^HTTP\/1.1 101/);
  }
});

test.runIf(hasIpv6)('answers on both after Vite has started again', async () => {
  const { server, port, complaints } = await start('127.0.0.1');
  await server.restart();

  expect(await ask('::1', port, 'GET / HTTP/1.1', 'Connection: close')).toMatch(/^HTTP\/1.1 404/);
  expect(complaints).toEqual([]);
});

test.each(['0.0.0.0', ...(hasIpv6 ? ['::'] : [])])(
  'leaves Vite alone where it binds all addresses: %s',
  async (host) => {
    const { server, port, complaints } = await start(host);

    expect(await ask('127.0.0.1', port, 'GET / HTTP/1.1', 'Connection: close')).toMatch(/^HTTP\/1.1 404/);
    await server.restart();
    expect(complaints).toEqual([]);
    expect(process.exitCode).toBeUndefined();
  },
);

test.runIf(hasIpv6)('ends with one sentence where another program has the other address', async () => {
  const other = createTcpServer().listen({ host: '::1', port: 0 });
  running.push(() => new Promise((resolve) => other.close(resolve)));
  await once(other, 'listening');
  const address = other.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const { complaints } = await start('127.0.0.1', port);

  await expect.poll(() => complaints).toContain(taken(port));
  await expect.poll(() => answers('127.0.0.1', port)).toBe(false);
  expect(process.exitCode).toBe(1);
  process.exitCode = undefined;
});

/**
 * @param {string} host
 * @param {number} port
 */
async function start(host, port = 0) {
  /** @type {string[]} */
  const complaints = [];
  const logger = createLogger('silent');
  const note = (/** @type {string} */ message) => void complaints.push(message);
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    customLogger: { ...logger, error: note, warn: note },
    optimizeDeps: { noDiscovery: true },
    plugins: [bothAddresses()],
    server: { host, port, strictPort: true, watch: null },
  });
  running.push(() => server.close());
  await server.listen();
  const address = server.httpServer?.address();
  return { server, complaints, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

/**
 * The head of the answer; it is asked for without `fetch`, which knows no websockets.
 *
 * @param {string} host
 * @param {number} port
 * @param {string[]} lines
 */
async function ask(host, port, ...lines) {
  const socket = connect({ host, port });
  socket.write([...lines, `Host: localhost:${port}`, '', ''].join('\r\n'));
  const [head] = await once(socket, 'data');
  socket.destroy();
  return String(head);
}
