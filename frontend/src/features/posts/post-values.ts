import type { CreatePostRequest, Post } from '../../api/generated/types.gen';

/** The server's limits: lengths in characters. */
export const limits = { title: 200, content: 100_000, tags: 5, tag: 30 } as const;

/** A post as it stands in the form; the tags as they were typed. */
export interface PostValues {
  readonly title: string;
  readonly tags: string;
  readonly content: string;
}

export const postFields = ['title', 'tags', 'content'] as const;

export type PostComplaints = Partial<Record<keyof PostValues, string>>;

export const noValues: PostValues = { title: '', tags: '', content: '' };

export function valuesOf({ title, tags, content }: Pick<Post, 'title' | 'tags' | 'content'>): PostValues {
  return { title, tags: tags.join(', '), content };
}

export function sameValues(one: PostValues, other: PostValues): boolean {
  return postFields.every((field) => one[field] === other[field]);
}

export function requestOf({ title, tags, content }: PostValues): Required<CreatePostRequest> {
  return { title: title.trim(), tags: parseTags(tags), content };
}

/** Reads tags however they are written down: `Java, #web  micronaut` are three. */
export function parseTags(text: string): string[] {
  const tags = text
    .split(/[\s,;]+/)
    .map((tag) => tag.replace(/^#+/, '').toLowerCase())
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}

/** What can be told without asking the server, which has the last word. */
export function complaintsAbout(values: PostValues): PostComplaints {
  const complaints = {
    title: aboutTitle(values.title.trim()),
    tags: aboutTags(parseTags(values.tags)),
    content: aboutContent(values.content),
  };
  const found: PostComplaints = {};
  for (const field of postFields) {
    const complaint = complaints[field];
    if (complaint !== null) found[field] = complaint;
  }
  return found;
}

function aboutTitle(title: string): string | null {
  if (title === '') return 'Give the post a title.';
  if (title.length > limits.title) return `A title has at most ${limits.title} characters.`;
  return null;
}

function aboutTags(tags: readonly string[]): string | null {
  if (tags.length > limits.tags) return `A post has at most ${limits.tags} tags; these are ${tags.length}.`;
  const odd = tags.find((tag) => !/^[a-z0-9-]+$/.test(tag));
  if (odd !== undefined)
    return `“${odd}” has a character that tags don’t: they are of letters a to z, digits and -.`;
  const long = tags.find((tag) => tag.length > limits.tag);
  if (long !== undefined) return `“${long}” is too long: a tag has at most ${limits.tag} characters.`;
  return null;
}

function aboutContent(content: string): string | null {
  if (content.trim() === '') return 'Write something to publish.';
  if (content.length > limits.content) {
    return `A post has at most 100,000 characters; this has ${(content.length - limits.content).toLocaleString('en')} more.`;
  }
  return null;
}
