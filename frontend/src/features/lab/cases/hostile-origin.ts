import type { PolicyInForce, SimulatedAnswer, SimulatedRequest } from '../../../api/generated/types.gen';
import { trimmed } from '../standard/trimming';

/** An Origin that must never be allowed for another one that it resembles. */
export interface HostileOrigin {
  readonly id: string;
  /** The origin that it was made to be taken for. */
  readonly trusted: string;
  readonly origin: string;
  readonly name: string;
  readonly class: string;
  readonly reason: string;
  readonly browserSends: 'yes' | 'some' | 'no';
  /** The wrong ways to compare origins that would let it in. */
  readonly foolsNaiveMatcher: readonly string[];
}

/**
 * What the server made of one. The data were made for two origins; this server may allow others, so an Origin is
 * rightly let in if it is, byte for byte, one of this server's clients, or its own.
 */
export interface HostileResult {
  readonly each: HostileOrigin;
  readonly outcome: 'refused' | 'client' | 'own' | 'failed';
  /** What is wrong, in sentences; empty unless it failed. */
  readonly complaints: readonly string[];
  /** Why no such request arrives on the wire; empty if it can. */
  readonly undeliverable: readonly string[];
}

/** A request that reads, one that writes with a login, and a preflight. */
export const requestsPerOrigin = 3;

export function requestsOf({ origin }: HostileOrigin): SimulatedRequest[] {
  const origins = [origin];
  return [
    { method: 'GET', origins, hasBody: false, carriesSession: false },
    {
      method: 'POST',
      origins,
      contentType: ['application/json'],
      hasBody: true,
      carriesSession: true,
    },
    { method: 'OPTIONS', origins, hasBody: false, carriesSession: false, requestedMethod: 'PUT' },
  ];
}

export function judgeHostile(
  each: HostileOrigin,
  answers: readonly SimulatedAnswer[],
  policy: Pick<PolicyInForce, 'ownOrigin' | 'clients'>,
): HostileResult {
  // Spaces and tabs around a header's value never arrive.
  const received = trimmed(each.origin, ' \t');
  const isOwn = received === policy.ownOrigin;
  const isClient = policy.clients.some(({ origin }) => origin === received);
  const complaints = answers.flatMap((answer) => [
    ...aboutHeaders(answer, received, isClient),
    ...aboutPermission(answer, isOwn, isClient),
  ]);
  if (answers.length !== requestsPerOrigin) complaints.push('The server did not judge all of its requests.');
  return {
    each,
    outcome: complaints.length > 0 ? 'failed' : isClient ? 'client' : isOwn ? 'own' : 'refused',
    complaints,
    undeliverable: answers[0]?.undeliverable ?? [],
  };
}

function aboutHeaders({ headers }: SimulatedAnswer, received: string, isClient: boolean): string[] {
  const complaints: string[] = [];
  for (const { name, value } of headers) {
    const isPermission = /^access-control-/i.test(name);
    if (isPermission && !isClient) complaints.push(`It is told ${name}: ${value}.`);
    if (/^access-control-allow-origin$/i.test(name) && value !== received) {
      complaints.push(`Access-Control-Allow-Origin is ${value}, which is another origin.`);
    }
  }
  const varies = headers.some(({ name, value }) => /^vary$/i.test(name) && /\borigin\b/i.test(value));
  if (!varies) complaints.push('The answer does not say that it depends on the Origin.');
  return complaints;
}

function aboutPermission(
  { kind, allowed, rule }: SimulatedAnswer,
  isOwn: boolean,
  isClient: boolean,
): string[] {
  if (kind === 'preflight') {
    if (allowed && !isClient) return ['Its preflight passes.'];
    return !allowed && isClient ? ['The preflight of a client is refused.'] : [];
  }
  // Reading changes nothing: it is the headers that keep the answer from the page.
  if (rule === 'safe-method') return [];
  return allowed && !isClient && !isOwn ? ['Its write with a login reaches the server’s code.'] : [];
}
