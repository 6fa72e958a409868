import { type PostValues, sameValues } from './post-values';

/** What somebody typed and has not published; kept in this tab until they do, or close it. */
export interface PostDraft {
  readonly values: PostValues;
  /** The version that the edit began with, so that a change made meanwhile is still noticed after a reload. */
  readonly etag: string | null;
}

/** Drafts are kept per account, so that nobody who logs in after somebody else finds the other's text. */
export function draftKey(account: string, post: string | null): string {
  return `${draftKeysOf(account)}${post ?? 'new'}`;
}

function draftKeysOf(account: string): string {
  return `preflight-draft:${account}:`;
}

export function readDraft(key: string): PostDraft | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isDraft(stored) ? stored : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: PostDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or switched off: the text stays on the page, and leaving it asks first.
  }
}

export function dropDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage is switched off: there is nothing to drop.
  }
}

/** Drops all that an account which is gone left in this tab. */
export function dropDraftsOf(account: string): void {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(draftKeysOf(account)))
      .forEach(dropDraft);
  } catch {
    // Storage is switched off: there is nothing to drop.
  }
}

/** Drops what has been published, and keeps what was typed since. */
export function dropPublished(key: string, published: PostValues): void {
  const kept = readDraft(key);
  if (kept !== null && sameValues(kept.values, published)) dropDraft(key);
}

function isDraft(value: unknown): value is PostDraft {
  if (typeof value !== 'object' || value === null || !('values' in value) || !('etag' in value)) return false;
  const { values, etag } = value;
  return (
    (etag === null || typeof etag === 'string') &&
    typeof values === 'object' &&
    values !== null &&
    ['title', 'tags', 'content'].every((field) => typeof Reflect.get(values, field) === 'string')
  );
}
