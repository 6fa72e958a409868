import type { Lab } from '../../../api/generated/types.gen';
import { isSameOrigin } from '../standard/origin';
import type { InitiatorName, Setup } from '../runs/setup';

/** A page of another origin than the API's: this one, unless the API serves it itself. */
export function foreignInitiator(apiOrigin: string, pageOrigin: string): InitiatorName {
  return isSameOrigin(apiOrigin, pageOrigin) ? 'another-port' : 'client';
}

/** The pages that a setup calls from and that this server does not offer. */
export function missingInitiators({ calls }: Setup, { initiators }: Lab): readonly InitiatorName[] {
  const needed = new Set(calls.map(({ initiator }) => initiator));
  return [...needed].filter(
    (name) => name !== 'client' && !initiators.some((offered) => offered.name === name),
  );
}

/** Whether the calls need a window of their own. */
export function opensWindow({ calls }: Setup): boolean {
  return calls.some(
    ({ initiator, via }) => via === 'form' || (initiator !== 'client' && initiator !== 'null'),
  );
}
