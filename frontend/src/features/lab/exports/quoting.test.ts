import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { javaString, nginxDollar, nginxString, scriptString, shellWord, yamlString } from './quoting';

const hard = [
  '',
  'plain',
  "it's",
  '"quoted"',
  'back\\slash and \\n',
  '$HOME `id` $(id) ${jndi:x} #{x} ! * ? ~',
  '-e',
  'two\nlines\ttab\r',
  'naïve – 日本 😀',
  '%s%n; rm -rf /; #',
];

test.each(hard)('a shell reads %j back as it was', (text) => {
  const words = execFileSync('sh', ['-c', `printf '%s|' ${shellWord(text)} ${shellWord(text)}`]);
  expect(words.toString()).toBe(`${text}|${text}|`);
});

test('a shell reads every character back as it was', () => {
  const all = Array.from({ length: 255 }, (_, index) => String.fromCharCode(index + 1)).join('');
  expect(execFileSync('sh', ['-c', `printf %s ${shellWord(all)}`]).toString()).toBe(all);
});

test.each(hard)('JavaScript reads %j back as it was', (text) => {
  expect(runInNewContext(scriptString(text))).toBe(text);
});

// What a double-quoted scalar of YAML escapes with \" and \\ is the same in JSON.
test.each(hard.filter((text) => /^[ -~]*$/.test(text)))('YAML reads %j back as it was', (text) => {
  expect(JSON.parse(yamlString(text))).toBe(text);
});

describe('writes in ASCII', () => {
  test.each([
    ['\n\u2028😀', '"\\U0000000a\\U00002028\\U0001f600"'],
    ['yes', '"yes"'],
  ])('YAML %j', (text, quoted) => {
    expect(yamlString(text)).toBe(quoted);
  });

  test.each([
    // As \u000a it would end the line before the string is read.
    ['\n\u007f', '"\\012\\177"'],
    ['\u00e9😀', '"\\u00e9\\ud83d\\ude00"'],
    ['\\u0022"', '"\\\\u0022\\""'],
  ])('Java %j', (text, quoted) => {
    expect(javaString(text)).toBe(quoted);
  });
});

test.each([
  ['a shell', shellWord, "'a\ufffd\\u0041'"],
  ['YAML', yamlString, '"a\\U0000fffd\\\\u0041"'],
  // javac refuses "a\ud83d\\u0041".
  ['Java', javaString, '"a\\ufffd\\\\u0041"'],
  ['JavaScript', scriptString, "'a\\ufffd\\\\u0041'"],
  ['nginx', nginxString, '"a\ufffd\\\\u0041"'],
])('%s never gets half a character', (_, quote, quoted) => {
  expect(quote('a\ud83d\\u0041')).toBe(quoted);
});

test('nginx gets a dollar sign from a variable, for it has no escape', () => {
  expect(nginxString('X-$a"\\')).toBe('"X-${dollar}a\\"\\\\"');
  expect(nginxDollar(nginxString('X-$a'))).toBe('geo $dollar {\n    default "$";\n}\n\n');
  expect(nginxDollar(nginxString('X-a'))).toBe('');
});
