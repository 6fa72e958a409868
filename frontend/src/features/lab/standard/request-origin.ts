import type { SentRequest } from './lab-request';
import type { Departure, Engine } from './engine';
import { isSameOrigin } from './origin';
import { sentOrigin, type Journey } from './redirect';
import { departs, type Trace } from './trace';

/**
 * The Origin header of a request, or null where it has none, and where the engine departs from
 * {@link https://fetch.spec.whatwg.org/#append-a-request-origin-header | Fetch, append a request Origin header}.
 *
 * @param before what was redirected, or null if nothing was yet
 */
export function requestOrigin(
  journey: Journey,
  before: SentRequest | null,
  engine: Engine,
): { readonly origin: string | null; readonly trace: Trace } {
  const isPlain = journey.request.method === 'GET' || journey.request.method === 'HEAD';
  const isNamed = journey.tainting === 'cors' || !isPlain;
  if (!isNamed) {
    const departure = namingDeparture(journey, before, engine);
    if (departure === undefined) return { origin: null, trace: [] };
    return { origin: sentOrigin(journey), trace: [departs(engine, departure, 'origin')] };
  }
  if (!hidesOrigin(journey, engine)) return { origin: sentOrigin(journey), trace: [] };
  return { origin: 'null', trace: [departs(engine, 'hides-origin-without-cors', 'origin')] };
}

/** Why an engine names the origin where the standard does not, if it does. */
function namingDeparture(
  { request, tainting }: Journey,
  before: SentRequest | null,
  engine: Engine,
): Departure | undefined {
  const { origin, url, method, credentials } = request;
  const wasNamed = before !== null && before.origin !== null;
  const isOpaque = origin === 'null' && tainting === 'opaque' && credentials === 'include';
  const holding: Partial<Record<Departure, boolean>> = {
    'keeps-origin-after-redirect': wasNamed && isSameOrigin(before.url, url),
    'names-opaque-origins': isOpaque,
    'names-opaque-origins-at-first': isOpaque && (before === null || (wasNamed && before.method === method)),
  };
  return [...engine.departures].find((departure) => holding[departure]);
}

function hidesOrigin(journey: Journey, engine: Engine): boolean {
  if (!engine.departures.has('hides-origin-without-cors') || journey.tainting !== 'opaque') return false;
  const wasRedirected = journey.urls.some((url) => !isSameOrigin(url, journey.urls[0] ?? url));
  return wasRedirected && sentOrigin(journey) !== 'null';
}
