import { startClient, type Client } from './client';
import { freePort } from './ports';
import { startServer, type Server } from './server';

/** A client and its server, on two origins. */
export interface Deployment {
  readonly client: Client;
  readonly server: Server;
}

interface DeploymentOptions {
  /** The name that browsers call the client by. */
  readonly clientHost?: string;
  /** The name that the server believes browsers call it by. */
  readonly serverHost?: string;
  /** The name that the client calls the server by, where somebody set it up with another one. */
  readonly calledHost?: string;
  /** Whether the server knows the client's origin. */
  readonly listed?: boolean;
  /** Further origins that the server knows. */
  readonly alsoListed?: readonly string[];
  readonly yaml?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a client and a server for as long as something uses them. */
export async function withDeployment(
  options: DeploymentOptions,
  use: (deployment: Deployment) => Promise<void>,
): Promise<void> {
  const { clientHost = 'localhost', serverHost = 'localhost', calledHost = serverHost } = options;
  const { listed = true, alsoListed = [], yaml = '', environment = {} } = options;
  const [clientPort, serverPort] = [await freePort(), await freePort()];
  const client = await startClient({
    host: clientHost,
    port: clientPort,
    apiOrigin: `http://${calledHost}:${serverPort}`,
  });
  try {
    const server = await startServer({
      host: serverHost,
      port: serverPort,
      clientOrigins: [...(listed ? [client.origin] : []), ...alsoListed],
      yaml,
      environment,
    });
    try {
      await use({ client, server });
    } finally {
      await server.remove();
    }
  } finally {
    await client.stop();
  }
}

/** Runs another client for a server that does not list its origin. */
export async function withStranger(server: Server, use: (client: Client) => Promise<void>): Promise<void> {
  const client = await startClient({ host: 'localhost', port: await freePort(), apiOrigin: server.origin });
  try {
    await use(client);
  } finally {
    await client.stop();
  }
}
