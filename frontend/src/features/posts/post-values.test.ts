import { describe, expect, test } from 'vitest';
import { complaintsAbout, noValues, parseTags, requestOf, valuesOf } from './post-values';

describe('tags', () => {
  test('are read however they are written down', () => {
    expect(parseTags(' Java, #web;micronaut  java ,')).toEqual(['java', 'web', 'micronaut']);
    expect(parseTags('  , ')).toEqual([]);
  });

  test('survive the way into the form and back', () => {
    const post = { title: 'A title', tags: ['java', 'same-site'], content: 'Text' };
    expect(requestOf(valuesOf(post))).toEqual(post);
  });
});

describe('complaints', () => {
  const fine = { title: 'A title', tags: 'java', content: 'Text' };

  test('are none about a post that can be published', () => {
    expect(complaintsAbout(fine)).toEqual({});
    expect(
      complaintsAbout({ ...fine, tags: '', title: 'x'.repeat(200), content: 'x'.repeat(100_000) }),
    ).toEqual({});
  });

  test('name what is missing', () => {
    expect(Object.keys(complaintsAbout(noValues))).toEqual(['title', 'content']);
    expect(Object.keys(complaintsAbout({ ...fine, title: '  ', content: '\n' }))).toEqual([
      'title',
      'content',
    ]);
  });

  test('name what is too much', () => {
    expect(complaintsAbout({ ...fine, title: 'x'.repeat(201) })).toHaveProperty('title');
    expect(complaintsAbout({ ...fine, content: 'x'.repeat(100_001) }).content).toContain('this has 1 more');
    expect(complaintsAbout({ ...fine, tags: 'a b c d e f' }).tags).toContain('these are 6');
    expect(complaintsAbout({ ...fine, tags: 'x'.repeat(31) }).tags).toContain('too long');
    expect(complaintsAbout({ ...fine, tags: 'ok, größe' }).tags).toContain('“größe”');
  });
});
