import { Loading, Skeleton } from '../../ui/skeleton';
import styles from './post-list.module.css';

const widths = ['72%', '58%', '81%', '64%'];

export function PostListSkeleton() {
  return (
    <Loading label="Loading posts">
      <ul className={styles.list}>
        {widths.map((width) => (
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
