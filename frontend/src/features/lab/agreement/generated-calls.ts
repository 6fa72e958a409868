import type { InitiatorName, LabCall } from '../runs/setup';
import type { Body, Header } from '../standard/lab-request';
import type { Random } from './random';

const methods = [
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'LAB'],
  // As people write them; some are put right by the browser and some are not.
  ...['get', 'Post', 'put', 'delete', 'patch', 'Patch'],
  // fetch refuses them.
  ...['TRACE', 'connect', 'PUT IT'],
] as const;

const long = 'a'.repeat(129);

const headerChoices: readonly [Header, ...Header[]] = [
  { name: 'Accept', value: 'application/json' },
  { name: 'Accept', value: 'text/html, "a"' },
  { name: 'accept', value: long },
  { name: 'Accept-Language', value: 'de, en;q=0.5' },
  { name: 'Accept-Language', value: 'de; q=@' },
  { name: 'Content-Language', value: 'de' },
  { name: 'Content-Type', value: 'text/plain' },
  { name: 'Content-Type', value: 'TEXT/PLAIN; charset=utf-8' },
  { name: 'Content-Type', value: 'application/json' },
  { name: 'content-type', value: 'application/x-www-form-urlencoded' },
  { name: 'Content-Type', value: 'multipart/form-data; boundary=(' },
  { name: 'Authorization', value: 'Bearer lab' },
  { name: 'X-Lab', value: '1' },
  { name: 'x-lab', value: '2' },
  { name: 'If-Match', value: '"1"' },
  { name: 'Idempotency-Key', value: 'lab' },
  { name: 'Range', value: 'bytes=0-99' },
  { name: 'Range', value: 'bytes=-99' },
  { name: 'Save-Data', value: 'on' },
  // Only the browser may set these.
  { name: 'Origin', value: 'https://elsewhere.example' },
  { name: 'Cookie', value: 'lab-forged=1' },
  { name: 'Sec-Lab', value: '1' },
  { name: 'X-HTTP-Method', value: 'TRACE' },
  { name: 'X-HTTP-Method-Override', value: 'DELETE' },
  // fetch refuses it.
  { name: 'X Lab', value: '1' },
];

const bodies: readonly [Body, ...Body[]] = [
  { kind: 'string' },
  { kind: 'urlsearchparams' },
  { kind: 'formdata' },
  { kind: 'arraybuffer' },
  { kind: 'blob', type: '' },
  { kind: 'blob', type: 'application/json' },
  { kind: 'blob', type: 'text/plain' },
];

/** A call that somebody might make, or might make by mistake. */
export function generateCall(random: Random, initiator: InitiatorName): LabCall {
  // A sandboxed frame may send no forms.
  if (initiator !== 'null' && random.chance(0.08)) return generateForm(random, initiator);
  const method = random.mostly('GET', methods, 0.2);
  const hasBody = /^(?:get|head)$/i.test(method) ? random.chance(0.03) : random.chance(0.6);
  return {
    initiator,
    via: 'fetch',
    method,
    headers: Array.from({ length: random.pick([0, 0, 0, 1, 1, 2, 3]) }, () => random.pick(headerChoices)),
    credentials: random.pick(['omit', 'same-origin', 'include', 'include']),
    mode: random.mostly('cors', ['no-cors', 'no-cors', 'same-origin'], 0.84),
    redirect: random.mostly('follow', ['error', 'manual'], 0.85),
    body: hasBody ? random.pick(bodies) : { kind: 'none' },
  };
}

function generateForm(random: Random, initiator: InitiatorName): LabCall {
  return {
    initiator,
    via: 'form',
    method: random.pick(['GET', 'POST', 'POST']),
    headers: [],
    credentials: 'include',
    mode: 'no-cors',
    redirect: 'follow',
    body: random.pick<Body>([{ kind: 'string' }, { kind: 'urlsearchparams' }, { kind: 'formdata' }]),
  };
}
