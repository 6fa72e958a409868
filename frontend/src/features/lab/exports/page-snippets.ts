import type { LabCall } from '../runs/setup';
import type { Snippet } from './fix';
import { scriptString } from './quoting';
import { withoutSecrets } from './secrets';

const defaults = { method: 'GET', mode: 'cors', credentials: 'same-origin', redirect: 'follow' } as const;

/** The call of `fetch` as it should be; what is the default anyway is left out. */
export function pageCall(call: LabCall, changes: Partial<LabCall> = {}, before = ''): Snippet {
  const changed = { ...call, ...changes };
  const options = [
    ...optionOf(changed, 'method'),
    ...headersOf(changed),
    ...optionOf(changed, 'mode'),
    ...optionOf(changed, 'credentials'),
    ...optionOf(changed, 'redirect'),
    ...(changed.body.kind === 'none' ? [] : ['body']),
  ];
  const lines = options.map((option) => `  ${option},\n`).join('');
  const code = options.length === 0 ? 'await fetch(url);' : `await fetch(url, {\n${lines}});`;
  return { place: 'page', code: before === '' ? code : `${before}\n${code}` };
}

function optionOf(call: LabCall, name: keyof typeof defaults): readonly string[] {
  return call[name] === defaults[name] ? [] : [`${name}: ${scriptString(call[name])}`];
}

/** As a list of pairs, which keeps several lines of one name. */
function headersOf({ headers }: LabCall): readonly string[] {
  if (headers.length === 0) return [];
  const pairs = withoutSecrets(headers).map(
    ({ name, value }) => `    [${scriptString(name)}, ${scriptString(value)}],\n`,
  );
  return [`headers: [\n${pairs.join('')}  ]`];
}
