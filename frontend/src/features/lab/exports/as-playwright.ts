import type { Exchange } from '../../../api/generated/types.gen';
import { formEncoding } from '../runs/call-request';
import type { CallResult, Observation, RunResult } from '../runs/run-result';
import { bodyOptions, fetchCode } from './call-code';
import { scriptString } from './quoting';
import { sentNothing, whyUnsent } from './unsent';

/**
 * A run as a Playwright test that needs nothing but itself: a server that answers as the run's did, pages of the origins
 * that called, and what each of them is expected to see.
 */
export function asPlaywrightTest(run: RunResult): string {
  const { calls } = run;
  const recorded = calls.flatMap((call) => call.recorded);
  const received = recorded.map(({ method, origin }) => scriptString(`${method} from ${origin ?? 'nobody'}`));
  const { hostname, pathname } = new URL(calls[0]?.url ?? 'http://localhost/');
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  const host = /^(?:localhost|127\.0\.0\.1)$/.test(hostname) ? hostname : 'localhost';
  return `import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';

/** What the servers of the run answered, in order. */
const answers: { status: number; headers: [string, string][] }[] = ${list(recorded.map(answerOf))};

/** What reached them, in order. */
const expected: string[] = ${list(received)};

test('what a run of the Lab of Preflight showed', async ({ page, context, browserName }) => {
  // Chromium lets a page that no server sent call this machine with permission alone.
  if (browserName === 'chromium') await context.grantPermissions(['local-network-access']);
  const received: string[] = [];
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(${scriptString(folder)})) {
      // A page whose origin is opaque.
      response.setHeader('Content-Security-Policy', 'sandbox allow-scripts');
      response.setHeader('Content-Type', 'text/html').end();
      return;
    }
    const { status, headers } = answers[received.length] ?? { status: 500, headers: [] };
    received.push(\`\${request.method} from \${request.headers.origin ?? 'nobody'}\`);
    response.writeHead(status, headers.flat());
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, ${scriptString(host)}, resolve));
  const { port } = server.address() as AddressInfo;
${sentNothing(run) ? '' : ownServer}  const address = \`http://${host}:\${port}${pathname}\`;
  try {
${calls.map((call, index) => indented(stepOf(call, index, run), 4)).join('\n')}
    expect(received).toEqual(expected);
  } finally {
    server.close();
  }
});

/** Opens an empty page of an origin, where nothing has to listen. */
async function open(page: Page, origin: string): Promise<void> {
  await page.route(\`\${origin}/\`, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(\`\${origin}/\`);
  // While something is routed, Playwright itself answers preflights.
  await page.unrouteAll();
}
`;
}

const ownServer =
  '  // To test your own server instead, put its address here, and leave the line about what was received out.\n';

function indented(code: string, spaces: number): string {
  return code.replace(/^(?=.)/gm, ' '.repeat(spaces));
}

/** Each item on a line of its own. */
function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `${indented(item, 2)},\n`).join('')}]`;
}

/** Of an answer what decides; how long its body is, the test's own server knows best. */
function isTelling({ name }: { readonly name: string }): boolean {
  return /^(?:access-control-.*|vary|location|set-cookie|timing-allow-origin|x-lab-example)$/i.test(name);
}

function answerOf({ status, headers }: Exchange): string {
  const pairs = headers
    .filter(isTelling)
    .map(({ name, value }) => `[${scriptString(name)}, ${scriptString(value)}]`);
  return `{\n  status: ${status},\n${indented(`headers: ${list(pairs)}`, 2)},\n}`;
}

function stepOf(result: CallResult, index: number, run: RunResult): string {
  const { method, via } = result.call;
  const title = scriptString(`${index + 1}. ${method} by ${via} from ${result.origin}`);
  const lines = [
    ...(whyUnsent(result, run) ?? []).map((line) => `// ${line}`),
    openingOf(result),
    via === 'form' ? formOf(result) : fetchOf(result),
  ];
  return `await test.step(${title}, async () => {\n${indented(lines.join('\n'), 2)}\n});`;
}

function openingOf({ url, origin }: CallResult): string {
  if (origin === 'null') return "await page.goto(new URL('/', address).href);";
  const isSameOrigin = new URL(url).origin === origin;
  return `await open(page, ${isSameOrigin ? 'new URL(address).origin' : scriptString(origin)});`;
}

function fetchOf({ call, observed }: CallResult): string {
  const code = fetchCode(call, bodyOptions(call.body));
  return `const seen = await page.evaluate(async (url) => {
${call.body.kind === 'formdata' ? aForm : ''}  try {
    const { type, status } = await ${indented(code, 4).trimStart()};
    return type.startsWith('opaque') ? type : status;
  } catch (error) {
    return (error as Error).name;
  }
}, address);
expect(seen).toBe(${expectedOf(observed)});`;
}

function expectedOf({ outcome, status, error }: Observation): string {
  switch (outcome) {
    case 'readable':
      return String(status);
    case 'opaque':
      return "'opaque'";
    case 'opaque-redirect':
      return "'opaqueredirect'";
    case 'error':
    case 'sent':
      return scriptString(error?.name ?? 'TypeError');
  }
}

const aForm = `  const form = document.createElement('form');
  form.innerHTML = '<input name="lab" value="1">';
`;

function formOf({ call }: CallResult): string {
  return `const answered = page.waitForResponse((response) => response.url().startsWith(address));
await page.evaluate((url) => {
${aForm}  form.method = ${scriptString(call.method)};
  form.action = url;
  form.enctype = ${scriptString(formEncoding(call.body))};
  document.body.append(form);
  form.submit();
}, address);
await answered;`;
}
