import type { Exchange } from '../../../api/generated/types.gen';
import type { SentRequest } from '../standard/lab-request';
import type { Prediction } from '../standard/prediction';
import type { CallPrediction, CookiePrediction, Disagreement, Observation } from './run-result';
import type { LabCall } from './setup';

const ofTransport = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

/** Whether HTTP itself adds this to an answer; a run says nothing about it, and no prediction does. */
export function isOfTransport(name: string): boolean {
  return ofTransport.has(name.toLowerCase());
}

/** Compares what was predicted with what the browser did and the server saw. */
export function compare(
  call: LabCall,
  { prediction, cookie }: CallPrediction,
  observed: Observation,
  recorded: readonly Exchange[],
): readonly Disagreement[] {
  const outcome = expectedOutcome(prediction, call.via);
  const isRead = outcome === 'readable' && observed.outcome === 'readable';
  const names = [...new Set(observed.headers.map(({ name }) => name.toLowerCase()))];
  return [
    ...differ('outcome', outcome, observed.outcome),
    ...(isRead ? differ('status', prediction.status, observed.status) : []),
    ...(isRead ? differ('headers', shown(prediction.headers), shown(names)) : []),
    ...differ('requests', prediction.sent.map(requestLine).join('\n'), recorded.map(exchangeLine).join('\n')),
    ...differ(
      'cookie',
      carriedLine(cookie?.sending ?? [], prediction.sent),
      cookieLine(recorded, cookie?.name),
    ),
  ];
}

/** How a call is expected to end, in the words of what a page sees. */
export function expectedOutcome({ outcome }: Prediction, via: LabCall['via']): Observation['outcome'] {
  if (via === 'form') return 'sent';
  return outcome === 'blocked' || outcome === 'type-error' ? 'error' : outcome;
}

function differ(
  about: Disagreement['about'],
  predicted: string | number,
  found: string | number,
): Disagreement[] {
  if (predicted === found) return [];
  return [{ about, predicted: String(predicted), found: String(found) }];
}

function shown(names: readonly string[]): string {
  return names
    .filter((name) => !isOfTransport(name))
    .sort()
    .join(', ');
}

function requestLine({ kind, method, origin, asks }: SentRequest): string {
  return lineOf(kind, method, origin, asks?.method ?? null, asks?.headers ?? null);
}

function exchangeLine({ kind, method, origin, requestedMethod, requestedHeaders }: Exchange): string {
  const headers = requestedHeaders.length === 0 ? null : requestedHeaders.join(',');
  return lineOf(kind, method, origin, requestedMethod, headers);
}

function lineOf(
  kind: string,
  method: string,
  origin: string | null,
  asksMethod: string | null,
  asksHeaders: string | null,
): string {
  const asks = asksMethod === null ? '' : `, asks for ${asksMethod} ${asksHeaders ?? ''}`.trimEnd();
  return `${kind} ${method}, Origin ${origin ?? 'none'}${asks}`;
}

/** Preflights carry no cookie, so only the requests are looked at. */
function carriedLine(sending: CookiePrediction['sending'], sent: readonly SentRequest[]): string {
  const requests = sent.filter(({ kind }) => kind === 'request');
  return requests.map((_, index) => carriedWord(sending[index]?.holds === true)).join(', ');
}

function cookieLine(recorded: readonly Exchange[], name: string | undefined): string {
  const carries = ({ cookieNames }: Exchange) => name !== undefined && cookieNames.includes(name);
  const preflight = recorded.some((exchange) => exchange.kind === 'preflight' && carries(exchange));
  const requests = recorded.filter(({ kind }) => kind === 'request');
  const words = requests.map((exchange) => carriedWord(carries(exchange))).join(', ');
  return preflight ? `${words}, and with a preflight` : words;
}

function carriedWord(carried: boolean): string {
  return carried ? 'with the cookie' : 'without the cookie';
}
