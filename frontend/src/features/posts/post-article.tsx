import type { ReactNode } from 'react';
import type { Post } from '../../api/generated/types.gen';
import { PageHeading, usePageTitle } from '../../ui/page';
import { Prose } from '../../ui/prose';
import { Loading, Skeleton } from '../../ui/skeleton';
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

export function PostArticleSkeleton() {
  usePageTitle('Post');
  return (
    <Loading label="Loading the post">
      <div className={styles.article}>
        <div className={styles.head}>
          <Skeleton width="78%" size="2.5rem" />
          <Skeleton width="44%" size="1rem" />
        </div>
        {[1, 2, 3].map((paragraph) => (
          <div key={paragraph}>
            {['100%', '96%', '99%', '62%'].map((width) => (
              <Skeleton key={width} width={width} size="1.125rem" />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  );
}
