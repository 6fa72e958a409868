import type { InitiatorName, Setup } from '../runs/setup';
import { generateCall } from './generated-calls';
import { generateServer } from './generated-servers';
import { Random } from './random';

/**
 * Runs that try all that the Lab predicts. They come sorted by the page that calls, which is opened once for all of
 * them.
 *
 * @param seed the same one gives the same runs
 */
export function generateSetups(
  count: number,
  seed: number,
  initiators: readonly InitiatorName[],
  originOf: (initiator: InitiatorName) => string,
): readonly Setup[] {
  const random = new Random(seed);
  const setups = Array.from({ length: count }, (_, index) => {
    const initiator = initiators[index % initiators.length] ?? 'client';
    return { initiator, setup: generateSetup(random, initiator, originOf(initiator)) };
  });
  return initiators.flatMap((name) =>
    setups.filter(({ initiator }) => initiator === name).map(({ setup }) => setup),
  );
}

function generateSetup(random: Random, initiator: InitiatorName, origin: string): Setup {
  const call = generateCall(random, initiator);
  // Forms are few, and differ by what becomes of their cookies.
  const isForm = call.via === 'form';
  const redirects = random.chance(isForm ? 0.3 : 0.15);
  // Few enough that no cookie has to share its name with one that an earlier run left behind.
  const cookies = random.chance(isForm ? 0.3 : 0.06);
  return {
    // The second time the browser may remember the preflight, and carry the cookie.
    calls: cookies || random.chance(0.4) ? [call, call] : [call],
    server: generateServer(random, call, origin, redirects, cookies),
    redirectTarget: redirects ? generateServer(random, call, origin, false, cookies) : null,
  };
}
