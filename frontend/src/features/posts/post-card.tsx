import { Link } from 'react-router';
import type { PostSummary } from '../../api/generated/types.gen';
import { Byline } from './byline';
import styles from './post-list.module.css';
import { postPath } from './post-paths';
import { TagList } from './tag-list';

export function PostCard({ post }: { readonly post: PostSummary }) {
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
