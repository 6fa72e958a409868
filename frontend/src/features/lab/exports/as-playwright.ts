import type { Exchange } from '../../../api/generated/types.gen';
import type { CallResult, Observation, RunResult } from '../runs/run-result';
import type { Body, Header } from '../standard/lab-request';
import { scriptString } from './quoting';
import { fitted, pairLines, propertyLines, stringLines } from './script-layout';
import { withoutSecrets } from './secrets';
import { sentNothing, whyUnsent } from './unsent';

/**
 * A run as a Playwright test that needs nothing but itself: a server that answers as the run's did, pages of the origins
 * that called, and what each of them is expected to see. It is laid out as Prettier does, with single quotes.
 */
export function asPlaywrightTest(run: RunResult): string {
  const { calls } = run;
  const recorded = calls.flatMap((call) => call.recorded);
  const received = recorded.map(({ method, origin }) => `${method} from ${origin ?? 'nobody'}`);
  const { hostname, pathname } = new URL(calls[0]?.url ?? 'http://localhost/');
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  const host = /^(?:localhost|127\.0\.0\.1)$/.test(hostname) ? hostname : 'localhost';
  return `import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';

/** What the servers of the run answered, in order. */
const answers: { status: number; headers: [string, string][] }[] = [${recorded.map(answerOf).join('')}];

/** What reached them, in order. */
${stringLines('const expected: string[] = ', received, ';', 0)}
test('what a run of the Lab of Preflight showed', async ({
  page,
  context,
  browserName,
}) => {
  // Chromium lets a page that no server sent call this machine with permission alone.
  if (browserName === 'chromium')
    await context.grantPermissions(['local-network-access']);
  const received: string[] = [];
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(${scriptString(folder)})) {
      // A page whose origin is opaque.
      response.setHeader('Content-Security-Policy', 'sandbox allow-scripts');
      response.setHeader('Content-Type', 'text/html').end();
      return;
    }
    const { status, headers } = answers[received.length] ?? {
      status: 500,
      headers: [],
    };
    received.push(
      \`\${request.method} from \${request.headers.origin ?? 'nobody'}\`,
    );
    response.writeHead(status, headers.flat());
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, ${scriptString(host)}, resolve));
  const { port } = server.address() as AddressInfo;
${sentNothing(run) ? '' : ownServer}  const address = \`http://${host}:\${port}${pathname}\`;
  try {
${calls.map((call, index) => stepOf(call, index, run)).join('')}
    expect(received).toEqual(expected);
  } finally {
    server.close();
  }
});

/** Opens an empty page of an origin, where nothing has to listen. */
async function open(page: Page, origin: string): Promise<void> {
  await page.route(\`\${origin}/\`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '' }),
  );
  await page.goto(\`\${origin}/\`);
  // While something is routed, Playwright itself answers preflights.
  await page.unrouteAll();
}
`;
}

const ownServer =
  '  // To test your own server instead, put its address here, and leave the line about what was received out.\n';

/** Of an answer what decides; how long its body is, the test's own server knows best. */
function isTelling({ name }: { readonly name: string }): boolean {
  return /^(?:access-control-.*|vary|location|set-cookie|timing-allow-origin|x-lab-example)$/i.test(name);
}

function pairOf({ name, value }: Header): readonly [string, string] {
  return [name, value];
}

function answerOf({ status, headers }: Exchange, index: number): string {
  return `${index === 0 ? '\n' : ''}  {
    status: ${status},
${pairLines('headers: ', headers.filter(isTelling).map(pairOf), ',', 4)}  },
`;
}

function stepOf(result: CallResult, index: number, run: RunResult): string {
  const { method, via } = result.call;
  const title = scriptString(`${index + 1}. ${method} by ${via} from ${result.origin}`);
  const unsent = whyUnsent(result, run) ?? [];
  return `    await test.step(${title}, async () => {
${unsent.map((line) => `      // ${line}\n`).join('')}${openingOf(result)}${via === 'form' ? formOf(result) : fetchOf(result)}    });
`;
}

function openingOf({ url, origin }: CallResult): string {
  if (origin === 'null') return "      await page.goto(new URL('/', address).href);\n";
  const isSameOrigin = new URL(url).origin === origin;
  const target = isSameOrigin ? 'new URL(address).origin' : scriptString(origin);
  return fitted(
    `      await open(page, ${target});`,
    `      await open(\n        page,\n        ${target},\n      );\n`,
  );
}

function fetchOf({ call, observed }: CallResult): string {
  const { method, headers, mode, credentials, redirect, body } = call;
  return `      expect(
        await page.evaluate(async (url) => {
          try {
            const { type, status } = await fetch(url, {
${propertyLines('method', method, 14)}${pairLines('headers: ', withoutSecrets(headers).map(pairOf), ',', 14)}              mode: ${scriptString(mode)},
              credentials: ${scriptString(credentials)},
              redirect: ${scriptString(redirect)},
${bodyOf(body)}            });
            return type.startsWith('opaque') ? type : status;
          } catch (error) {
            return (error as Error).name;
          }
        }, address),
      ).toBe(${expectedOf(observed)});
`;
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

/** As a property of the call, which stands 14 spaces in. */
function bodyOf(body: Body): string {
  switch (body.kind) {
    case 'none':
      return '';
    case 'string':
      return "              body: 'Lab',\n";
    case 'urlsearchparams':
      return "              body: new URLSearchParams({ lab: '1' }),\n";
    case 'formdata':
      return `              body: (() => {
                const data = new FormData();
                data.set('lab', '1');
                return data;
              })(),
`;
    case 'blob': {
      const type = scriptString(body.type);
      return fitted(
        `              body: new Blob(['{}'], { type: ${type} }),`,
        `              body: new Blob(['{}'], {\n                type: ${type},\n              }),\n`,
      );
    }
    case 'arraybuffer':
      return "              body: new TextEncoder().encode('Lab'),\n";
    case 'stream':
      return "              body: new Blob(['Lab']).stream(),\n              ...{ duplex: 'half' },\n";
  }
}

function formOf({ call }: CallResult): string {
  const encodings = { string: 'text/plain', formdata: 'multipart/form-data' } as const;
  const encoding =
    call.body.kind === 'string' || call.body.kind === 'formdata'
      ? encodings[call.body.kind]
      : 'application/x-www-form-urlencoded';
  return `      const answered = page.waitForResponse((response) =>
        response.url().startsWith(address),
      );
      await page.evaluate((url) => {
        const form = document.createElement('form');
        form.method = ${scriptString(call.method)};
        form.action = url;
        form.enctype = ${scriptString(encoding)};
        form.append(
          Object.assign(document.createElement('input'), {
            name: 'lab',
            value: '1',
          }),
        );
        document.body.append(form);
        form.submit();
      }, address);
      await answered;
`;
}
