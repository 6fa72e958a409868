import type { Exchange } from '../../../api/generated/types.gen';
import type { CallResult, RunResult } from '../runs/run-result';
import type { Body, Header } from '../standard/lab-request';
import { shellWord } from './quoting';
import { leftOut, withoutSecrets } from './secrets';
import { sentNothing, whyUnsent } from './unsent';

/** A run as commands for a POSIX shell, one for each request that a browser sent, preflights included. */
export function asCurl(run: RunResult): string {
  let number = 0;
  const commands = run.calls.flatMap((call) => {
    const unsent = whyUnsent(call, run);
    if (unsent !== null) return [unsent.map((line) => `# ${line}\n`).join('')];
    return call.recorded.map((exchange, index) => {
      number += 1;
      return `# ${number}. ${titleOf(exchange)}\n${commandOf(call, exchange, addressOf(call, index))}\n`;
    });
  });
  if (sentNothing(run)) return commands.join('#\n');
  return `# The Lab has ended this run: put the address of your own server in its place.\n\n${commands.join('\n')}`;
}

function titleOf({ kind, method, requestedMethod, status }: Exchange): string {
  // A method is a word without spaces, so it ends no comment.
  return kind === 'preflight'
    ? `The preflight for ${requestedMethod ?? 'nothing'}, answered with ${status}`
    : `${method}, answered with ${status}`;
}

/** Where an exchange went: to the call's address, or where the redirects before it led. */
function addressOf({ url, recorded }: CallResult, index: number): string {
  return recorded
    .slice(0, index)
    .flatMap(({ headers }) => headers.filter(({ name }) => name.toLowerCase() === 'location'))
    .reduce((from, { value }) => new URL(value, from).href, url);
}

function commandOf({ call, predicted }: CallResult, exchange: Exchange, address: string): string {
  const { method } = exchange;
  const headers = headersOf(exchange, predicted.prediction.classification.headers);
  const body = hasBody(exchange) ? call.body.kind : 'none';
  const sent = headers.filter(({ name }) => !(body === 'formdata' && name === 'Content-Type'));
  return [
    // Brackets in an address would be read as a pattern.
    `curl --include --globoff ${shellWord(address)}`,
    ...(method === 'HEAD' ? ['--head'] : method === 'GET' ? [] : [`--request ${shellWord(method)}`]),
    ...sent.map((header) => `--header ${shellWord(headerLine(header))}`),
    ...bodyOptions(body, headers),
  ].join(' \\\n  ');
}

/**
 * What makes a request what it is: not what every browser and tool sends anyway. No secrets, and no cookie's value.
 *
 * @param set what the page set; a redirect may have dropped some, and a preflight has none of them
 */
function headersOf(exchange: Exchange, set: readonly Header[]): readonly Header[] {
  const { kind, origin, requestedMethod, requestedHeaders, contentType, cookieNames, headerNames } = exchange;
  const arrived = set.filter(({ name }) => {
    const lower = name.toLowerCase();
    return kind === 'request' && lower !== 'content-type' && headerNames.includes(lower);
  });
  return [
    ...known('Origin', origin),
    ...known('Access-Control-Request-Method', requestedMethod),
    ...known('Access-Control-Request-Headers', requestedHeaders.join(',') || null),
    ...withoutSecrets(arrived),
    ...known('Content-Type', contentType),
    ...known('Cookie', cookieNames.map((name) => `${name}=${leftOut}`).join('; ') || null),
  ];
}

function known(name: string, value: string | null): readonly Header[] {
  return value === null ? [] : [{ name, value }];
}

/** With “:” and nothing behind it curl would take the header for one to leave out. */
function headerLine({ name, value }: Header): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

function hasBody({ kind, headerNames }: Exchange): boolean {
  return kind === 'request' && /\b(?:content-length|transfer-encoding)\b/.test(headerNames.join(' '));
}

/** What the Lab sends as the body of each kind. */
const bodyTexts: Readonly<Record<Exclude<Body['kind'], 'none'>, string>> = {
  string: 'Lab',
  urlsearchparams: 'lab=1',
  formdata: 'lab=1',
  blob: '{}',
  arraybuffer: 'Lab',
  stream: 'Lab',
};

function bodyOptions(kind: Body['kind'], headers: readonly Header[]): readonly string[] {
  if (kind === 'none') return [];
  const text = shellWord(bodyTexts[kind]);
  // A form in several parts, for which curl chooses its own boundary.
  if (kind === 'formdata') return [`--form-string ${text}`];
  // Otherwise curl would name a type of its own.
  const isTyped = headers.some(({ name }) => name === 'Content-Type');
  return [...(isTyped ? [] : ["--header 'Content-Type:'"]), `--data-raw ${text}`];
}
