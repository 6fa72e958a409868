import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  callResult,
  redirectedRun,
  refusedRun,
  request,
  runResult,
} from '../../../../test-support/run-samples';
import { asCurl } from './as-curl';

/** What a shell hands over to curl, command by command. */
function argumentsOf(script: string): readonly string[][] {
  const curl = `curl() { printf '%s\\n' "$@"; echo; }\n`;
  return execFileSync('sh', ['-c', curl + script])
    .toString()
    .trimEnd()
    .split('\n\n')
    .map((command) => command.split('\n'));
}

test('each request is a command of its own, the preflight too, at the address that it went to', () => {
  const commands = argumentsOf(asCurl(redirectedRun));
  expect(commands.map((command) => command.slice(0, 5))).toEqual([
    ['--include', '--globoff', 'http://localhost:8080/runs/abc', '--request', 'OPTIONS'],
    ['--include', '--globoff', 'http://localhost:8080/runs/abc', '--request', 'POST'],
    ['--include', '--globoff', 'http://localhost:8080/runs/def', '--request', 'OPTIONS'],
    ['--include', '--globoff', 'http://localhost:8080/runs/def', '--header', 'Origin: http://localhost:5173'],
  ]);
});

test('the preflight asks what the browser asked', () => {
  expect(asCurl(refusedRun))
    .toBe(`# The Lab has ended this run: put the address of your own server in its place.

# 1. The preflight for PUT, answered with 404
curl --include --globoff http://localhost:8080/runs/abc \\
  --request OPTIONS \\
  --header 'Origin: http://localhost:5173' \\
  --header 'Access-Control-Request-Method: PUT'
`);
});

test('the request carries the page’s headers and the body, and no secret', () => {
  const [, post, , get] = argumentsOf(asCurl(redirectedRun));
  expect(post).toEqual(
    expect.arrayContaining([
      'Authorization: left-out',
      "X-Lab: it's $HOME",
      'Content-Type: application/json',
      '--data-raw',
      'Lab',
    ]),
  );
  expect(get).toContain('Cookie: lab-a=left-out');
  expect(get).not.toContain('--data-raw');
  expect(asCurl(redirectedRun)).not.toContain('hunter2');
});

describe('curl has its ways', () => {
  test.each([
    ['a HEAD waits for no body', callResult({ method: 'HEAD' }, [request({ method: 'HEAD' })]), '--head'],
    [
      'an empty value is no order to leave the header out',
      callResult({ headers: [{ name: 'X-A', value: '' }] }, [request({ headerNames: ['x-a'] })]),
      'X-A;',
    ],
    [
      'a body without a type gets none',
      callResult({ method: 'POST', body: { kind: 'arraybuffer' } }, [
        request({ method: 'POST', headerNames: ['content-length'] }),
      ]),
      'Content-Type:',
    ],
    [
      'a form in parts has curl’s own boundary',
      callResult({ method: 'POST', body: { kind: 'formdata' } }, [
        request({
          method: 'POST',
          contentType: 'multipart/form-data; boundary=x',
          headerNames: ['content-length', 'content-type'],
        }),
      ]),
      'lab=1',
    ],
  ])('%s', (_, result, argument) => {
    const [command] = argumentsOf(asCurl(runResult(result)));
    expect(command).toContain(argument);
    expect(command).not.toContain('Content-Type: multipart/form-data; boundary=x');
  });
});

test('where nothing was sent there is no command', () => {
  const script = asCurl(runResult(callResult({ method: 'TRACE' }, [])));
  expect(script).toMatch(/^(?:# .+\n)+$/);
  expect(script).toContain('# fetch refuses TRACE, and nothing is sent.');
});
