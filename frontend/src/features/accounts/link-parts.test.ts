import { expect, test } from 'vitest';
import { linkParts } from './link-parts';

test('finds the addresses of the web, without the punctuation after them', () => {
  const link = 'http://localhost:5173/reset-password#token=a-B_9';
  expect(linkParts(`Open ${link}.\nOr not.`)).toEqual([
    { text: 'Open ', isLink: false },
    { text: link, isLink: true },
    { text: '.\nOr not.', isLink: false },
  ]);
  expect(linkParts(link)).toEqual([{ text: link, isLink: true }]);
});

test.each(['javascript:alert(1)', 'See ftp://example.com', 'No link.', ''])(
  'takes %j for no link',
  (text) => {
    expect(linkParts(text).some(({ isLink }) => isLink)).toBe(false);
  },
);
