import type { Engine } from './engine';
import { isSameOrigin } from './origin';
import { sentOrigin, type Journey } from './redirect';
import { departs, type Trace } from './trace';

/**
 * The Origin header of a request, or null where it has none, and where the engine departs from
 * {@link https://fetch.spec.whatwg.org/#append-a-request-origin-header | Fetch, append a request Origin header}.
 *
 * @param wasNamed whether it had one before it was redirected
 */
export function requestOrigin(
  journey: Journey,
  wasNamed: boolean,
  engine: Engine,
): { readonly origin: string | null; readonly trace: Trace } {
  const isPlain = journey.request.method === 'GET' || journey.request.method === 'HEAD';
  const isNamed = journey.tainting === 'cors' || !isPlain;
  if (!isNamed && wasNamed && keepsOrigin(journey, engine)) {
    return { origin: sentOrigin(journey), trace: [departs(engine, 'keeps-origin-after-redirect', 'origin')] };
  }
  if (!isNamed && !namesOpaqueOrigin(journey, engine)) return { origin: null, trace: [] };
  if (!isNamed) return { origin: 'null', trace: [departs(engine, 'names-opaque-origins', 'origin')] };
  if (!hidesOrigin(journey, engine)) return { origin: sentOrigin(journey), trace: [] };
  return { origin: 'null', trace: [departs(engine, 'hides-origin-without-cors', 'origin')] };
}

function keepsOrigin({ urls }: Journey, engine: Engine): boolean {
  const [from, to] = urls.slice(-2);
  if (from === undefined || to === undefined || !isSameOrigin(from, to)) return false;
  return engine.departures.has('keeps-origin-after-redirect');
}

function namesOpaqueOrigin({ request, tainting }: Journey, engine: Engine): boolean {
  if (!engine.departures.has('names-opaque-origins')) return false;
  return request.origin === 'null' && tainting === 'opaque' && request.credentials === 'include';
}

function hidesOrigin(journey: Journey, engine: Engine): boolean {
  if (!engine.departures.has('hides-origin-without-cors') || journey.tainting !== 'opaque') return false;
  const wasRedirected = journey.urls.some((url) => !isSameOrigin(url, journey.urls[0] ?? url));
  return wasRedirected && sentOrigin(journey) !== 'null';
}
