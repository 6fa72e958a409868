import { Link } from 'react-router';
import type { PostSummary } from '../../api/generated/types.gen';
import { LinkButton } from '../../ui/button';
import { DateTime } from '../../ui/date-time';
import { EmptyState } from '../../ui/empty-state';
import { Row, Rows, RowsSkeleton } from '../../ui/rows';
import { DeletePost } from './delete-post';
import styles from './own-posts.module.css';
import { PostPages } from './post-pages';
import { editPath, postPath } from './post-paths';
import { TagList } from './tag-list';

/** What one author has published, with what an author does with it. */
export function OwnPosts({ author }: { readonly author: string }) {
  return (
    <PostPages
      author={author}
      skeleton={<RowsSkeleton label="Loading your posts" widths={['62%', '48%', '71%']} />}
      empty={<NoPosts />}
    >
      {(posts) => (
        <Rows>
          {posts.map((post) => (
            <OwnPost key={post.id} post={post} />
          ))}
        </Rows>
      )}
    </PostPages>
  );
}

function NoPosts() {
  return (
    <EmptyState
      title="You have published nothing yet"
      actions={
        <LinkButton look="primary" to="/write">
          Write your first post
        </LinkButton>
      }
    >
      What you publish is listed here, to be edited or deleted.
    </EmptyState>
  );
}

function OwnPost({ post }: { readonly post: PostSummary }) {
  return (
    <Row
      about={
        <>
          <h2 className={styles.title}>
            <Link to={postPath(post)}>{post.title}</Link>
          </h2>
          <div className={styles.facts}>
            <DateTime instant={post.publishedAt} />
            <TagList tags={post.tags} />
          </div>
        </>
      }
    >
      <div className={styles.actions}>
        <LinkButton look="quiet" icon="edit" to={editPath(post.id)} aria-label={`Edit “${post.title}”`}>
          Edit
        </LinkButton>
        <DeletePost post={post} label={`Delete “${post.title}”`} />
      </div>
    </Row>
  );
}
