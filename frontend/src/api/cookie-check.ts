import type { Api } from './api';
import { hasStatus } from './api-error';
import { type CookieObstacle, findCookieObstacles } from './cookie-obstacle';
import type { Account, Deployment } from './generated/types.gen';

/**
 * Asks the server, right after a login, whether the browser sent the cookie back. Only an answer counts: a server that
 * cannot say so just now is no sign of a cookie that was lost.
 *
 * @returns what can be in the way, or null when nothing is
 */
export async function checkCookie(api: Api, account: Account): Promise<readonly CookieObstacle[] | null> {
  if (await cameBack(api, account)) return null;
  const deployment = await api.client.get<Deployment>('/api/deployment').then(
    ({ body }) => body,
    () => null,
  );
  return findCookieObstacles(window.location.origin, api.origin, deployment);
}

async function cameBack({ client }: Api, account: Account): Promise<boolean> {
  try {
    const answer = await client.get<Account | undefined>('/api/authentication');
    return answer.body?.id === account.id;
  } catch (error) {
    return !hasStatus(error, 401);
  }
}
