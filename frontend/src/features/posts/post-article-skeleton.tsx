import { usePageTitle } from '../../ui/page';
import { Loading, Skeleton } from '../../ui/skeleton';
import styles from './post-article.module.css';

const lines = ['100%', '96%', '99%', '62%'];

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
            {lines.map((width) => (
              <Skeleton key={width} width={width} size="1.125rem" />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  );
}
