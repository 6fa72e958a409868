import { EmptyState } from '../../ui/empty-state';
import { PostCard } from './post-card';
import styles from './post-list.module.css';
import { PostListSkeleton } from './post-list-skeleton';
import { PostPages } from './post-pages';

/** Everybody's posts, newest first, without an end to click through. */
export function PostList() {
  return (
    <PostPages
      author={null}
      skeleton={<PostListSkeleton />}
      empty={<EmptyState title="Nothing has been published yet">The first post will stand here.</EmptyState>}
      end={<p className={styles.end}>You have reached the first post.</p>}
    >
      {(posts) => (
        <ul className={styles.list}>
          {posts.map((post) => (
            <li key={post.id}>
              <PostCard post={post} />
            </li>
          ))}
        </ul>
      )}
    </PostPages>
  );
}
