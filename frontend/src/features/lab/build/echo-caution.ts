import { echoesOrigin } from '../runs/run-description';
import type { LabReply, Setup } from '../runs/setup';

/**
 * What is no failure of CORS, and a danger: a server that permits whoever asks
 * ({@link https://fetch.spec.whatwg.org/#cors-protocol-and-credentials | Fetch, CORS protocol and credentials}).
 *
 * @returns null where no server of the setup does
 */
export function echoCaution({ server, redirectTarget }: Setup): string | null {
  const replies = [server.response, ...(redirectTarget === null ? [] : [redirectTarget.response])];
  return replies.some(allowsEveryone)
    ? 'This server names any origin that asks, and allows credentials. Here that does no harm. Of a real one every site could read as its visitor: let it compare Origin with a list first.'
    : null;
}

function allowsEveryone({ headers }: LabReply): boolean {
  const admitsCredentials = headers.some(
    ({ name, value }) => name.toLowerCase() === 'access-control-allow-credentials' && value === 'true',
  );
  return admitsCredentials && headers.some(echoesOrigin);
}
