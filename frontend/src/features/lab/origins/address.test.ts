import { expect, test } from 'vitest';
import { readAddress } from './address';

function addressOf(entered: string) {
  const read = readAddress(entered);
  return read.kind === 'address' ? read.address : expect.unreachable(read.why);
}

test.each([
  ['https://example.com', 'https://example.com', 'https://example.com'],
  [' https://Example.com:443/a/b?c#d ', 'https://Example.com:443', 'https://example.com'],
  ['https://ada:secret@example.com/inbox?token=1', 'https://example.com', 'https://example.com'],
  ['https://ada@x@example.com', 'https://example.com', 'https://example.com'],
  ['https:\\\\ada:secret@example.com\\a', 'https://example.com', 'https://example.com'],
  ['http:///example.com/a', 'http://example.com', 'http://example.com'],
  ['http:ada:secret@example.com', 'http://example.com', 'http://example.com'],
  ['https:/\t/ada:secret@example.com', 'https://example.com', 'https://example.com'],
  ['http://[::1]:8080/', 'http://[::1]:8080', 'http://[::1]:8080'],
  ['blob:http://ada:secret@localhost/1-2', 'blob:http://localhost', 'http://localhost'],
  ['data:text/html,secret', 'data:', 'null'],
  ['file:///home/ada', 'file:', 'null'],
  ['null', 'null', 'null'],
])('keeps of %s what makes its origin', (entered, text, serialized) => {
  const address = addressOf(entered);
  expect(address).toMatchObject({ text, serialized });
  expect(addressOf(text).origin).toEqual(address.origin);
});

test.each([
  ['', 'Enter an address, such as https://example.com.'],
  ['  ', 'Enter an address, such as https://example.com.'],
  ['localhost:5173', 'Write the scheme too, as in http://localhost:5173.'],
  ['127.0.0.1/a', 'Write the scheme too, as in http://127.0.0.1.'],
  ['example.com/a?b', 'Write the scheme too, as in https://example.com.'],
  ['https://', 'That is no address that a browser can read. Write it as in https://example.com:8443.'],
  ['https://a b', 'That is no address that a browser can read. Write it as in https://example.com:8443.'],
  ['http://a%20b', 'That is no address that a browser can read. Write it as in https://example.com:8443.'],
  [
    'https://example.com:99999',
    'That is no address that a browser can read. Write it as in https://example.com:8443.',
  ],
  [`https://${'a'.repeat(2048)}`, 'Enter at most 2048 characters.'],
])('says what is wrong with %s', (entered, why) => {
  expect(readAddress(entered)).toEqual({ kind: 'invalid', why });
});
