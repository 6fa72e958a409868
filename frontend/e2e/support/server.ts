import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { accessLogYaml, readExchange, type Exchange } from './access-log';
import { findJar, findJava } from './find-program.mjs';

export interface ServerOptions {
  /** The name that browsers call it by; it has to mean this machine. */
  readonly host: string;
  readonly port: number;
  readonly clientOrigins: readonly string[];
  /** Configuration on top of the server's own, as an operator would give it. */
  readonly yaml?: string;
  /** The same by environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The packaged server, running. */
export interface Server {
  readonly origin: string;
  /** Every request so far, oldest first. Those that were answered just now may be missing. */
  readonly exchanges: () => readonly Exchange[];
  /** Waits until no request is missing that was answered before. */
  readonly settled: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly stop: () => Promise<void>;
  /** Starts it again, on the same port and the same data. */
  readonly start: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly remove: () => Promise<void>;
}

const patience = 60_000;

/** All the people of all the tests register from one machine. */
const manyPeopleYaml = `
preflight:
  throttling:
    budgets:
      registered-network:
        burst: 10000
      mail-network:
        burst: 10000
`;

/**
 * The server logs an exchange after it has answered, so whoever reads the answer may be ahead of the log. With one event
 * loop an answer's last byte and its line are one step: the log tells of it before it tells of anything that was sent
 * once the answer was read.
 */
const oneThreadYaml = `
micronaut:
  netty:
    event-loops:
      default:
        num-threads: 1
`;
const running = new Set<ChildProcess>();

// However this process ends, no server outlives it.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export async function startServer(options: ServerOptions): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'preflight-e2e-'));
  const origin = `http://${options.host}:${options.port}`;
  const exchanges: Exchange[] = [];
  /** What waits for a request of ours to be told of, by its path. */
  const marks = new Map<string, () => void>();
  let process: ChildProcess | undefined;

  const configuration = [accessLogYaml, oneThreadYaml, manyPeopleYaml, options.yaml ?? ''];
  const files = configuration.map((_, index) => join(folder, `${index}.yml`));
  await Promise.all(files.map((file, index) => writeFile(file, configuration[index] ?? '')));

  async function start(): Promise<void> {
    process = launch(options, origin, folder, files);
    const output: string[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        const exchange = readExchange(line);
        const reached = exchange ? marks.get(exchange.path) : undefined;
        if (reached) reached();
        else if (exchange) exchanges.push(exchange);
        else output.push(line);
      });
    }
    await untilItAnswers(process, options.port, output);
  }

  async function settled(): Promise<void> {
    const path = `/marks/${randomUUID()}`;
    const told = new Promise<boolean>((resolve) => {
      marks.set(path, () => {
        resolve(true);
      });
      setTimeout(resolve, patience, false).unref();
    });
    try {
      await fetch(fromHere(options.port) + path);
      if (!(await told)) throw new Error(`The log of the server at ${origin} does not tell of ${path}.`);
    } finally {
      marks.delete(path);
    }
  }

  async function stop(): Promise<void> {
    if (process) await end(process);
    process = undefined;
  }

  async function remove(): Promise<void> {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }

  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { origin, exchanges: () => exchanges, settled, stop, start, remove };
}

function launch(options: ServerOptions, origin: string, folder: string, files: string[]): ChildProcess {
  const ownSettings = /^(?:PREFLIGHT|MICRONAUT|DATASOURCES|LOGGER)_/;
  const environment = Object.entries(process.env).filter(([name]) => !ownSettings.test(name));
  const child = spawn(
    findJava(),
    [
      // A short life on a shared machine: a start matters more than peak speed.
      ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx256m'],
      `-Dpreflight.data-directory=${folder}`,
      `-Dmicronaut.config.files=${files.join(',')}`,
      '-jar',
      findJar(),
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...Object.fromEntries(environment),
        MICRONAUT_SERVER_PORT: String(options.port),
        PREFLIGHT_PUBLIC_URL: origin,
        PREFLIGHT_CLIENT_ORIGINS: options.clientOrigins.join(','),
        ...options.environment,
      },
    },
  );
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Other names of this machine are known to browsers, but not always to Node.js. */
function fromHere(port: number): string {
  return `http://localhost:${port}`;
}

async function untilItAnswers(child: ChildProcess, port: number, output: readonly string[]): Promise<void> {
  const origin = fromHere(port);
  const deadline = Date.now() + patience;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const health = await fetch(`${origin}/health`).catch(() => null);
    if (health?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await end(child);
  throw new Error(`The server at ${origin} did not start:\n${output.join('\n')}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
