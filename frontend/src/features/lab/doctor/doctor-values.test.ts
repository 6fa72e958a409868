import { expect, test } from 'vitest';
import { commandLineOf } from './command-line';
import { callOf, complaintsAbout, noValues, type DoctorField } from './doctor-values';

const good = { ...noValues, url: 'https://api.example.com/posts' };

const complaints: readonly (readonly [DoctorField, string, RegExp])[] = [
  ['url', '', /Type the address/],
  ['url', 'api.example.com', /whole address/],
  ['url', 'ftp://api.example.com', /whole address/],
  ['url', 'https://', /whole address/],
  ['url', 'https://user:secret@api.example.com', /user name and password/],
  ['url', `https://api.example.com/${'x'.repeat(4096)}`, /at most 4096/],
  ['method', '', /one word/],
  ['method', 'GET ME', /one word/],
  ['method', 'trace', /fetch refuses TRACE/],
  ['headers', 'X-Good: 1\nno colon', /Line 2: write a name/],
  ['headers', 'X Y: 1', /Line 1: “X Y” is no header’s name/],
  ['headers', 'X-A: €', /Line 1: the value of X-A/],
  ['headers', Array.from({ length: 51 }, () => 'X-A: 1').join('\n'), /at most 50/],
  ['body', 'x', /GET carries no body/],
];

test.each(complaints.map((each, index): [number, (typeof each)[0], string, RegExp] => [index + 1, ...each]))(
  'complains where a value is wrong: %i, at %s',
  (_, field, value, message) => {
    expect(complaintsAbout({ ...good, [field]: value })).toEqual({
      [field]: expect.stringMatching(message) as unknown,
    });
  },
);

test('complains of nothing that fetch takes', () => {
  const headers = 'Content-Type: application/json\n\n  Authorization:Bearer a:b  \nX-Empty:';
  const values = { ...good, method: 'patch', headers, body: '{}' };
  expect(complaintsAbout(values)).toEqual({});
  expect(callOf(values, 'http://localhost:5173')).toMatchObject({
    method: 'patch',
    headers: [
      { name: 'Content-Type', value: 'application/json' },
      { name: 'Authorization', value: 'Bearer a:b' },
      { name: 'X-Empty', value: '' },
    ],
    body: { kind: 'string' },
  });
});

test('writes the command so that a shell reads it as it was meant, and without what is secret', () => {
  const values = {
    ...good,
    url: 'https://api.example.com/?a=1&b=2',
    method: 'PUT',
    headers:
      "Content-Type: application/json\nIf-Match: it's\nAuthorization: Bearer secret\nX-Api-Key: secret",
    credentials: 'include',
  } as const;
  const call = callOf(values, 'http://localhost:5173');

  expect(commandLineOf(call, '{"title":"A"}')).toBe(
    "java -jar backend/target/preflight.jar doctor 'https://api.example.com/?a=1&b=2' --origin http://localhost:5173" +
      " --method PUT --header 'Content-Type: application/json' --header 'If-Match: it'\\''s'" +
      " --header 'Authorization: left-out' --header 'X-Api-Key: left-out' --credentials include --body '{\"title\":\"A\"}'",
  );
  expect(commandLineOf(call, '{"password":"secret"}')).toMatch(/--body left-out$/);
});

test.each([
  ['?access_token=hunter2&page=2', '?access_token=left-out&page=2'],
  ['?page=2&API-Key=hunter2', '?page=2&API-Key=left-out'],
  ['?%61pikey=hunter2', '?%61pikey=left-out'],
  ['?subscription-key=hunter2', '?subscription-key=left-out'],
  ['?code=hunter2&sig=hunter2;jwt=hunter2', '?code=left-out&sig=left-out;jwt=left-out'],
  ['?X-Amz-Signature=hunter2', '?X-Amz-Signature=left-out'],
  ['?author=ada&country_code=de&pinned=1&q=a%20b', '?author=ada&country_code=de&pinned=1&q=a%20b'],
  ['?token=#hunter2', '?token='],
])('leaves secrets out of the command’s address: %s', (query, shown) => {
  const call = callOf({ ...good, url: good.url + query }, 'http://localhost:5173');
  expect(commandLineOf(call, null)).toContain(`${good.url}${shown}`);
  expect(commandLineOf(call, null)).not.toContain('hunter2');
});
