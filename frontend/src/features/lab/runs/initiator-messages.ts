import * as v from 'valibot';
import type { LabCall } from './setup';

const observation = v.object({
  outcome: v.picklist(['readable', 'opaque', 'opaque-redirect', 'error', 'sent']),
  status: v.number(),
  headers: v.array(v.object({ name: v.string(), value: v.string() })),
  body: v.nullable(v.string()),
  error: v.nullable(v.object({ name: v.string(), message: v.string() })),
  millis: v.number(),
});

/** What an initiator's page says to the Lab's; what comes from another page is checked, not believed. */
const message = v.variant('type', [
  // It is there, by an address with this query.
  v.object({ lab: v.literal(1), type: v.literal('ready'), search: v.string() }),
  v.object({ lab: v.literal(1), type: v.literal('observed'), id: v.number(), observation }),
]);

/** @returns null for what an initiator's page does not say */
export function readMessage(data: unknown): v.InferOutput<typeof message> | null {
  const { success, output } = v.safeParse(message, data);
  return success ? output : null;
}

/** What the Lab's page asks of an initiator's. */
export function callMessage(id: number, url: string, call: LabCall): unknown {
  return { lab: 1, type: 'call', id, url, call };
}

/** Lets it send the form that it prepared; its page is gone then. */
export const sendMessage = { lab: 1, type: 'send' } as const;
