import type { PostSummary } from '../../api/generated/types.gen';

/** Where a post is read. The slug is for people; the id alone finds it. */
export function postPath({ id, slug }: Pick<PostSummary, 'id' | 'slug'>): string {
  return slug === '' ? `/posts/${id}` : `/posts/${id}/${slug}`;
}

export function editPath(id: string): string {
  return `/posts/${id}/edit`;
}
