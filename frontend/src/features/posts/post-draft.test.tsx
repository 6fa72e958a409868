import { expect, test, vi } from 'vitest';
import { draftKey, dropDraft, keepDraft, readDraft } from './post-draft';

const draft = { values: { title: 'Title', tags: 'a, b', content: 'Text' }, etag: '"1"' };

test('keeps a draft for its account and its post alone', () => {
  keepDraft(draftKey('ada', 'post-1'), draft);
  expect(readDraft(draftKey('ada', 'post-1'))).toEqual(draft);
  expect(readDraft(draftKey('ada', null))).toBeNull();
  expect(readDraft(draftKey('ada', 'post-2'))).toBeNull();
  expect(readDraft(draftKey('grace', 'post-1'))).toBeNull();
});

test('drops it', () => {
  const key = draftKey('ada', null);
  keepDraft(key, draft);
  dropDraft(key);
  expect(readDraft(key)).toBeNull();
});

test.each(['not JSON', '{}', '{"values":{"title":"only"},"etag":null}', '{"values":null,"etag":null}', '7'])(
  'takes %j for no draft',
  (stored) => {
    sessionStorage.setItem(draftKey('ada', null), stored);
    expect(readDraft(draftKey('ada', null))).toBeNull();
  },
);

test('does without a storage that is full', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => {
    keepDraft(draftKey('ada', null), draft);
  }).not.toThrow();
});
