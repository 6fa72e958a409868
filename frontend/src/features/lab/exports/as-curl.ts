import type { RunResult } from '../runs/run-result';
import type { Header } from '../standard/lab-request';
import { shellWord } from './quoting';
import { recordedRequests, type RecordedRequest } from './recorded-requests';
import { sentNothing, whyUnsent } from './unsent';

/** A run as commands for a POSIX shell, one for each request that a browser sent, preflights included. */
export function asCurl(run: RunResult): string {
  let number = 0;
  const commands = run.calls.flatMap((call) => {
    const unsent = whyUnsent(call, run);
    if (unsent !== null) return [unsent.map((line) => `# ${line}\n`).join('')];
    return recordedRequests(call).map((request) => {
      number += 1;
      return `# ${number}. ${titleOf(request)}\n${commandOf(request)}\n`;
    });
  });
  if (sentNothing(run)) return commands.join('#\n');
  return `# The Lab has ended this run: put the address of your own server in its place.\n\n${commands.join('\n')}`;
}

function titleOf({ exchange }: RecordedRequest): string {
  // A method is a word without spaces, so it ends no comment.
  const { kind, method, requestedMethod, status } = exchange;
  return kind === 'preflight'
    ? `The preflight for ${requestedMethod ?? 'nothing'}, answered with ${status}`
    : `${method}, answered with ${status}`;
}

function commandOf({ exchange, url, headers, body }: RecordedRequest): string {
  const { method } = exchange;
  const isMultipart = body?.kind === 'parts';
  const sent = headers.filter(({ name }) => !(isMultipart && name === 'Content-Type'));
  return [
    // Brackets in an address would be read as a pattern.
    `curl --include --globoff ${shellWord(url)}`,
    ...(method === 'HEAD' ? ['--head'] : method === 'GET' ? [] : [`--request ${shellWord(method)}`]),
    ...sent.map((header) => `--header ${shellWord(headerLine(header))}`),
    ...bodyOptions(body, headers),
  ].join(' \\\n  ');
}

/** With “:” and nothing behind it curl would take the header for one to leave out. */
function headerLine({ name, value }: Header): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

function bodyOptions(body: RecordedRequest['body'], headers: readonly Header[]): readonly string[] {
  if (body === null) return [];
  if (body.kind === 'parts') return [`--form-string ${shellWord(`${body.name}=${body.value}`)}`];
  // Otherwise curl would name a type of its own.
  const isTyped = headers.some(({ name }) => name === 'Content-Type');
  return [...(isTyped ? [] : ["--header 'Content-Type:'"]), `--data-raw ${shellWord(body.text)}`];
}
