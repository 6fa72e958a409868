import { startClient, type Client } from './client';
import { freePort } from './ports';
import { startServer, type Server } from './server';

/** A client and its server, on two origins. */
export interface Deployment {
  readonly client: Client;
  readonly server: Server;
}

interface DeploymentOptions {
  /** Whether the server knows the client's origin. */
  readonly listed?: boolean;
  readonly yaml?: string;
}

/** Runs a client and a server for as long as something uses them. */
export async function withDeployment(
  { listed = true, ...options }: DeploymentOptions,
  use: (deployment: Deployment) => Promise<void>,
): Promise<void> {
  const [clientPort, serverPort] = [await freePort(), await freePort()];
  const client = await startClient(clientPort, `http://localhost:${serverPort}`);
  try {
    const server = await startServer({
      ...options,
      port: serverPort,
      clientOrigins: listed ? [client.origin] : [],
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
  const client = await startClient(await freePort(), server.origin);
  try {
    await use(client);
  } finally {
    await client.stop();
  }
}
