import { isSameSiteRequest } from '../standard/surroundings';
import type { LabCall, LabServer, Setup } from './setup';

/** The only question whose answer no standard gives: the browser's own settings do. */
export function asksForThirdPartyCookies(
  { calls, server, redirectTarget }: Setup,
  url: string,
  pageOrigin: string,
  originOf: (initiator: LabCall['initiator']) => string,
): boolean {
  const cookies = [server, redirectTarget].map((each) => each?.response.cookie);
  if (!cookies.some((cookie) => cookie?.sameSite === 'None' && !cookie.partitioned)) return false;
  return calls.some(({ initiator, via }) => {
    const ancestors = initiator === 'null' ? [pageOrigin] : [];
    return (
      via === 'fetch' && !isSameSiteRequest({ origin: originOf(initiator), ancestors, navigation: null }, url)
    );
  });
}

/** Sets such a cookie and sees whether it comes back. */
export function probeSetup(initiator: LabCall['initiator']): Setup {
  const call: LabCall = {
    initiator,
    via: 'fetch',
    method: 'GET',
    headers: [],
    credentials: 'include',
    mode: 'cors',
    redirect: 'follow',
    body: { kind: 'none' },
  };
  const server: LabServer = {
    preflight: null,
    response: {
      status: 200,
      headers: [],
      cookie: { sameSite: 'None', secure: true, partitioned: false },
      redirects: false,
      delayMillis: 0,
    },
  };
  return { calls: [call, call], server, redirectTarget: null };
}
