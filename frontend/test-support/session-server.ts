import { HttpResponse } from 'msw';
import { createHttpClient, type HttpClient } from '../src/api/http-client';
import { createSessionChannel, type SessionChannel, type SessionNews } from '../src/api/session-channel';
import { createFakeLocks } from './fake-locks';
import { address, answer, problem } from './server';

/** A server whose access token has run out, and that renews it once asked; a test changes how. */
export const session = {
  renewed: false,
  refreshes: 0,
  onRefresh: renew as () => Response | Promise<Response>,
};

const channels: SessionChannel[] = [];

export function startSession(): void {
  Object.assign(session, { renewed: false, refreshes: 0, onRefresh: renew });
  answer('post', '/api/authentication/refresh', () => {
    session.refreshes += 1;
    return session.onRefresh();
  });
  answer('get', '/api/sessions', () => (session.renewed ? HttpResponse.json({ items: [] }) : notLoggedIn()));
}

export function renew(): Response {
  session.renewed = true;
  return new HttpResponse(null, { status: 204 });
}

export function notLoggedIn(): Response {
  return problem(401, 'You are not logged in.', undefined, 'not-logged-in');
}

export function sessionOver(): Response {
  return problem(401, 'The session is over.', undefined, 'session-over');
}

/** @param locks those of the browser that the tab is in, or null where it has none */
export function openTab(locks: Pick<LockManager, 'request'> | null = createFakeLocks()): HttpClient {
  const channel = createSessionChannel();
  channels.push(channel);
  return createHttpClient({ address, channel, locks, timeoutMilliseconds: 200 });
}

export function closeTabs(): void {
  channels.splice(0).forEach((channel) => {
    channel.close();
  });
}

/** The first thing that the tab opened last hears from the others. */
export function nextNews(): Promise<SessionNews> {
  return new Promise((resolve) => {
    channels.at(-1)?.subscribe(resolve);
  });
}

export function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'answered',
    (error: unknown) => error,
  );
}

/** Opens when a test lets it. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
