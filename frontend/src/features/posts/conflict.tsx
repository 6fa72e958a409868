import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import styles from './conflict.module.css';
import { postOptions, type VersionedPost } from './post-queries';

interface ConflictProps {
  readonly id: string;
  /** Saves what was typed in place of the other version. */
  readonly onReplace: (other: VersionedPost) => Promise<unknown>;
  /** Gives up what was typed for the other version. */
  readonly onTake: (other: VersionedPost) => void;
}

/** The post was changed while it was being edited: neither version is lost until its author chooses. */
export function Conflict({ id, onReplace, onTake }: ConflictProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.conflict} data-form-message tabIndex={-1}>
      <Notice
        meaning="problem"
        actions={
          !shown && (
            <Button
              onClick={() => {
                setShown(true);
              }}
            >
              Show the other version
            </Button>
          )
        }
      >
        The post was changed in another place after you began, so yours was not saved. Your text is kept
        below.
      </Notice>
      {shown && <OtherVersion id={id} onReplace={onReplace} onTake={onTake} />}
    </div>
  );
}

function OtherVersion({ id, onReplace, onTake }: ConflictProps) {
  const replaceOnce = useOneAtATime(onReplace);
  const other = useQuery({
    ...postOptions(useHttpClient(), id),
    // What is known of the post is what has just been found to be old.
    staleTime: 0,
    refetchOnMount: 'always',
  });

  if (other.isPending || other.isRefetching) {
    return (
      <Loading label="Loading the other version">
        <Skeleton width="60%" size="1.25rem" />
        <Skeleton width="100%" />
      </Loading>
    );
  }
  if (other.isError) {
    return (
      <Notice meaning="problem">{`The other version couldn’t be loaded. ${explain(other.error)}`}</Notice>
    );
  }
  const { post } = other.data;
  return (
    <section className={styles.other} aria-labelledby="other-version">
      <h2 id="other-version" className={styles.heading}>
        The other version
      </h2>
      <p className={styles.title}>{post.title}</p>
      {post.tags.length > 0 && <p className={styles.tags}>{post.tags.join(', ')}</p>}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also for the keyboard */}
      <pre className={styles.content} role="group" aria-label="Text of the other version" tabIndex={0}>
        {post.content}
      </pre>
      <div className={styles.actions}>
        <Button
          onClick={() => {
            replaceOnce(other.data);
          }}
        >
          Save mine in its place
        </Button>
        <Button
          onClick={() => {
            onTake(other.data);
          }}
        >
          Take this one, drop mine
        </Button>
      </div>
    </section>
  );
}
