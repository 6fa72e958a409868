import { Link } from 'react-router';
import type { PostSummary } from '../../api/generated/types.gen';
import { EmptyState } from '../../ui/empty-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { Byline } from './byline';
import styles from './post-list.module.css';
import { PostPages } from './post-pages';
import { postPath } from './post-paths';
import { TagList } from './tag-list';

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

function PostCard({ post }: { readonly post: PostSummary }) {
  return (
    <article className={styles.card}>
      <h2 className={styles.title}>
        <Link to={postPath(post)}>{post.title}</Link>
      </h2>
      {post.excerpt !== '' && <p className={styles.excerpt}>{post.excerpt}</p>}
      <div className={styles.foot}>
        <Byline author={post.author.name} publishedAt={post.publishedAt} />
        <TagList tags={post.tags} />
      </div>
    </article>
  );
}

function PostListSkeleton() {
  return (
    <Loading label="Loading posts">
      <ul className={styles.list}>
        {['72%', '58%', '81%', '64%'].map((width) => (
          <li key={width}>
            <div className={styles.card}>
              <Skeleton width={width} size="1.75rem" />
              <div>
                <Skeleton width="100%" />
                <Skeleton width="88%" />
              </div>
              <Skeleton width="40%" size="0.875rem" />
            </div>
          </li>
        ))}
      </ul>
    </Loading>
  );
}
