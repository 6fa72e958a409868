import type { Exchange } from '../../../api/generated/types.gen';
import type { CallResult } from '../runs/run-result';
import type { Body, Header } from '../standard/lab-request';
import { isRedirectStatus } from '../standard/preflight-answer';
import { leftOut, withoutSecrets } from './secrets';

/** A request as a server recorded it, with what is known of its headers. */
export interface RecordedRequest {
  readonly exchange: Exchange;
  readonly url: string;
  /** What makes it what it is: not what every browser and tool sends anyway. No secrets, and no cookie's value. */
  readonly headers: readonly Header[];
  readonly body: SentBody | null;
}

export type SentBody =
  | { readonly kind: 'text'; readonly text: string }
  /** A form in several parts, for which each tool chooses its own boundary. */
  | { readonly kind: 'parts'; readonly name: string; readonly value: string };

/** The requests of a call, in order, each with the address that it went to. */
export function recordedRequests({ call, url, predicted, recorded }: CallResult): readonly RecordedRequest[] {
  const set = predicted.prediction.classification.headers;
  let address = url;
  return recorded.map((exchange) => {
    const request = {
      exchange,
      url: address,
      headers: exchange.kind === 'preflight' ? questionOf(exchange) : headersOf(exchange, set),
      body: hasBody(exchange) ? bodyOf(call.body) : null,
    };
    address = nextAddress(exchange, address);
    return request;
  });
}

function nextAddress({ kind, status, headers }: Exchange, address: string): string {
  const location = headers.find(({ name }) => name.toLowerCase() === 'location')?.value;
  const leads = kind === 'request' && isRedirectStatus(status) && location !== undefined;
  return leads && URL.canParse(location, address) ? new URL(location, address).href : address;
}

function originOf({ origin }: Exchange): readonly Header[] {
  return origin === null ? [] : [{ name: 'Origin', value: origin }];
}

function questionOf(exchange: Exchange): readonly Header[] {
  const { requestedMethod, requestedHeaders } = exchange;
  return [
    ...originOf(exchange),
    ...(requestedMethod === null ? [] : [{ name: 'Access-Control-Request-Method', value: requestedMethod }]),
    ...(requestedHeaders.length === 0
      ? []
      : [{ name: 'Access-Control-Request-Headers', value: requestedHeaders.join(',') }]),
  ];
}

/** Of the page's headers those that arrived: a redirect may have dropped some. */
function headersOf(exchange: Exchange, set: readonly Header[]): readonly Header[] {
  const { contentType, cookieNames, headerNames } = exchange;
  const arrived = set.filter(
    ({ name }) => headerNames.includes(name.toLowerCase()) && name.toLowerCase() !== 'content-type',
  );
  return [
    ...originOf(exchange),
    ...withoutSecrets(arrived),
    ...(contentType === null ? [] : [{ name: 'Content-Type', value: contentType }]),
    ...(cookieNames.length === 0
      ? []
      : [{ name: 'Cookie', value: cookieNames.map((name) => `${name}=${leftOut}`).join('; ') }]),
  ];
}

function hasBody({ kind, headerNames }: Exchange): boolean {
  return kind === 'request' && /\b(?:content-length|transfer-encoding)\b/.test(headerNames.join(' '));
}

/** What the Lab sends as the body of each kind. */
function bodyOf({ kind }: Body): SentBody | null {
  switch (kind) {
    case 'none':
      return null;
    case 'urlsearchparams':
      return { kind: 'text', text: 'lab=1' };
    case 'formdata':
      return { kind: 'parts', name: 'lab', value: '1' };
    case 'blob':
      return { kind: 'text', text: '{}' };
    case 'string':
    case 'arraybuffer':
    case 'stream':
      return { kind: 'text', text: 'Lab' };
  }
}
