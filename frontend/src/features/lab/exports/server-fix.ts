import type { CheckFacts, CheckRule } from '../standard/rules';
import type { LabCall } from '../runs/setup';
import { fetchCode } from './call-code';
import { policyFor } from './cors-policy';
import type { Fix, Snippet } from './fix';
import { micronautCors } from './micronaut-snippets';
import { nginxCors } from './nginx-snippets';
import { expressCors, nestCors } from './node-snippets';
import { springCors } from './spring-snippets';

/** The call that failed, and the origin of the page that made it. */
export interface Asked {
  readonly origin: string;
  readonly call: LabCall;
}

/** For each rule what mends it, or null where there is nothing to set. */
export type FixTable = {
  readonly [R in CheckRule]: ((facts: CheckFacts[R], asked: Asked) => Fix) | null;
};

interface Alternatives {
  /** Headers that the preflight asked for, beside those of the call. */
  readonly headers?: readonly string[];
  /** The page's part, if it has one. */
  readonly page?: Snippet;
  /** Who the server believes calls; the page, unless redirects hid it. */
  readonly sentOrigin?: string;
}

/** The server allows this very call by name; the page's part comes first where it has one. */
export function serverFix(asked: Asked, advice: string, also: Alternatives = {}): Fix {
  const { headers, page, sentOrigin = asked.origin } = also;
  if (sentOrigin === 'null' && asked.origin !== 'null') return hiddenOriginFix(asked);
  const policy = policyFor(asked.origin, asked.call, headers);
  if (policy === null) return opaqueOriginFix(asked);
  const server: Snippet[] = [
    { place: 'spring', code: springCors(policy) },
    { place: 'nestjs', code: nestCors(policy) },
    { place: 'express', code: expressCors(policy) },
    { place: 'nginx', code: nginxCors(policy) },
  ];
  const micronaut = { place: 'micronaut', code: micronautCors(policy) } as const;
  return { advice, snippets: page === undefined ? [micronaut, ...server] : [page, micronaut, ...server] };
}

/** The call of `fetch` as it should be, with the page's own body. */
export function pageCall(call: LabCall, changes: Partial<LabCall> = {}, before = ''): Snippet {
  const changed = { ...call, ...changes };
  const code = `await ${fetchCode(changed, changed.body.kind === 'none' ? [] : ['body'])};`;
  return { place: 'page', code: before === '' ? code : `${before}\n${code}` };
}

/** A mode in which no answer can be read is left out. */
export function corsFix(asked: Asked): Fix {
  const advice = 'Leave the mode out, which means cors, and let the server allow the page’s origin.';
  return serverFix(asked, advice, { page: pageCall(asked.call, { mode: 'cors' }) });
}

/** Only the page has to change. */
export function pageFix(advice: string, page: Snippet): Fix {
  return { advice, snippets: [page] };
}

/** Only a header of the answer has to change, wherever it is written. */
export function answerFix(advice: string, header: string): Fix {
  return { advice, snippets: [{ place: 'answer', code: header }] };
}

function hiddenOriginFix({ call }: Asked): Fix {
  return pageFix(
    'A redirect hid the page’s origin, and no server should allow “null”. Call the final address.',
    pageCall(call, {}, '// url is the address that the redirects lead to.'),
  );
}

function opaqueOriginFix({ call }: Asked): Fix {
  const advice =
    'No server should allow “null”, because every sandboxed page has this origin. Give the page one: serve it over http or https, without the sandbox.';
  const page: Snippet = {
    place: 'page',
    code: `<!-- Only for a page of another origin than this one: with both words it could take off its own sandbox otherwise. -->
<iframe src="https://page.example/" sandbox="allow-scripts allow-same-origin"></iframe>`,
  };
  if (call.credentials === 'include') return pageFix(advice, page);
  return {
    advice: `${advice} Only what everybody may read may be opened to all.`,
    snippets: [page, { place: 'answer', code: 'Access-Control-Allow-Origin: *' }],
  };
}
