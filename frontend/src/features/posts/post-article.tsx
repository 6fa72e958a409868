import type { ReactNode } from 'react';
import type { Post } from '../../api/generated/types.gen';
import { PageHeading } from '../../ui/page';
import { Prose } from '../../ui/prose';
import { Byline } from './byline';
import styles from './post-article.module.css';
import { readingMinutes } from './reading-time';
import { TagList } from './tag-list';

interface PostArticleProps {
  readonly post: Post;
  /** What this reader may do with the post. */
  readonly actions?: ReactNode;
}

export function PostArticle({ post, actions }: PostArticleProps) {
  return (
    <article className={styles.article}>
      <header className={styles.head}>
        <PageHeading title={post.title} className={styles.title} />
        <div className={styles.about}>
          <Byline
            author={post.author.name}
            publishedAt={post.publishedAt}
            details={{ updatedAt: post.updatedAt, minutes: readingMinutes(post.content) }}
          />
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      </header>
      <Prose html={post.html} />
      <TagList tags={post.tags} />
    </article>
  );
}
