import { isObservation } from './observation';
import type { Observation } from './run-result';
import type { LabCall } from './setup';

/** What an initiator's page says to the Lab's. */
export type InitiatorMessage =
  /** It is there, by an address with this query. */
  | { readonly type: 'ready'; readonly search: string }
  | { readonly type: 'observed'; readonly id: number; readonly observation: Observation };

/** @returns null for what an initiator's page does not say */
export function readMessage(data: unknown): InitiatorMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { lab, type, search, id, observation } = data as Record<string, unknown>;
  if (lab !== 1) return null;
  if (type === 'ready' && typeof search === 'string') return { type, search };
  if (type === 'observed' && typeof id === 'number' && isObservation(observation)) {
    return { type, id, observation };
  }
  return null;
}

/** What the Lab's page asks of an initiator's. */
export function callMessage(id: number, url: string, call: LabCall): unknown {
  return { lab: 1, type: 'call', id, url, call };
}

/** Lets it send the form that it prepared; its page is gone then. */
export const sendMessage = { lab: 1, type: 'send' } as const;
