import type { CallResult, RunResult } from '../runs/run-result';
import { javaString } from './quoting';
import { recordedRequests, type RecordedRequest } from './recorded-requests';
import { sentNothing, whyUnsent } from './unsent';

/**
 * A run as a JUnit test of a server: it sends what the browser sent, and expects the answers that the run showed. No
 * browser takes part, so that it tests what the server says and not what a browser makes of it.
 */
export function asJUnitTest(run: RunResult): string {
  const { calls } = run;
  if (sentNothing(run)) return nothingSent(run);
  const first = calls.flatMap(recordedRequests)[0]?.url ?? '';
  let number = 0;
  const parts = calls.flatMap((call) => {
    const unsent = unsentComment(call, run);
    if (unsent !== null) return [unsent];
    return recordedRequests(call).map((request) => {
      number += 1;
      return testOf(request, number, first);
    });
  });
  return `import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers that a run of Preflight's Lab showed. */
class CrossOriginTest {

    // The Lab has ended its run: put the address of your own server here.
    private static final URI ADDRESS = URI.create(${javaString(first)});

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
${parts.join('')}}
`;
}

function nothingSent(run: RunResult): string {
  return `/** A run of Preflight's Lab that sent nothing, so that there is no answer to expect. */
class CrossOriginTest {
${run.calls.map((call) => unsentComment(call, run)).join('')}}
`;
}

/** Java reads Unicode escapes in comments too, unless the backslash is itself behind one. */
function unsentComment(call: CallResult, run: RunResult): string | null {
  const lines = whyUnsent(call, run);
  if (lines === null) return null;
  return `\n${lines.map((line) => `    // ${line.replaceAll('\\', '\\\\')}\n`).join('')}`;
}

function testOf({ exchange, url, headers, body }: RecordedRequest, number: number, first: string): string {
  const address = url === first ? 'ADDRESS' : `ADDRESS.resolve(${javaString(pathOf(url))})`;
  const name = exchange.kind === 'preflight' ? 'answersPreflight' : 'answersRequest';
  return `
    @Test
    void ${name}${number}() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(${address})
                        .method(${javaString(exchange.method)}, ${publisherOf(body)})
${headers.map((header) => `                        .header(${javaString(header.name)}, ${javaString(typeOf(header, body))})\n`).join('')}                        .build();
        HttpResponse<Void> response = CLIENT.send(request, BodyHandlers.discarding());
        assertEquals(${exchange.status}, response.statusCode());
${expectedHeaders(exchange.headers).join('')}    }
`;
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function publisherOf(body: RecordedRequest['body']): string {
  if (body === null) return 'BodyPublishers.noBody()';
  const text =
    body.kind === 'text'
      ? body.text
      : `--boundary\r\nContent-Disposition: form-data; name="${body.name}"\r\n\r\n${body.value}\r\n--boundary--\r\n`;
  return `BodyPublishers.ofString(${javaString(text)})`;
}

/** The parts have a boundary of this test's own. */
function typeOf(header: { name: string; value: string }, body: RecordedRequest['body']): string {
  const isParts = header.name === 'Content-Type' && body?.kind === 'parts';
  return isParts ? 'multipart/form-data; boundary=boundary' : header.value;
}

/** Every Access-Control header with all its lines; and no permission where there was none. */
function expectedHeaders(headers: RecordedRequest['exchange']['headers']): readonly string[] {
  const values = new Map<string, string[]>([['access-control-allow-origin', []]]);
  for (const { name, value } of headers) {
    const lower = name.toLowerCase();
    if (lower.startsWith('access-control-')) values.set(lower, [...(values.get(lower) ?? []), value]);
  }
  return [...values].map(
    ([name, lines]) => `        assertEquals(
                List.of(${lines.map(javaString).join(', ')}), response.headers().allValues(${javaString(name)}));
`,
  );
}
