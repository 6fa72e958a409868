import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { explain } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import { Notice } from '../../ui/notice';
import { Prose } from '../../ui/prose';
import { Loading, Skeleton } from '../../ui/skeleton';
import { previewOptions } from './post-queries';
import styles from './preview-pane.module.css';

// Long enough to let a word be finished, short enough to seem to follow.
const pause = 400;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}

interface PreviewPaneProps {
  readonly content: string;
  /** Off while nobody looks at it. */
  readonly active: boolean;
}

/** The text as the server will render it. A preview that fails leaves the last good one standing. */
export function PreviewPane({ content, active }: PreviewPaneProps) {
  const settled = useSettled(content);
  const isBlank = settled.trim() === '';
  const preview = useQuery({
    ...previewOptions(useHttpClient(), settled),
    enabled: active && !isBlank,
    placeholderData: keepPreviousData,
  });
  const [lastGood, setLastGood] = useState<string | null>(null);
  if (preview.data !== undefined && preview.data !== lastGood) setLastGood(preview.data);

  if (isBlank) return <p className={styles.blank}>What you write shows here as readers will see it.</p>;
  return (
    <div className={styles.preview}>
      {preview.isError && (
        <Notice meaning="problem">
          {`The preview couldn’t be made. ${explain(preview.error)}`}
          {lastGood !== null && ' Below is the last one.'}
        </Notice>
      )}
      {lastGood !== null && <Prose html={lastGood} />}
      {lastGood === null && !preview.isError && (
        <Loading label="Loading the preview">
          <Skeleton width="100%" />
          <Skeleton width="92%" />
          <Skeleton width="60%" />
        </Loading>
      )}
    </div>
  );
}
