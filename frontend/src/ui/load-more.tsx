import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from './button';
import styles from './load-more.module.css';

interface LoadMoreProps {
  readonly busy: boolean;
  /** Off after a failure: then only the button tries again. */
  readonly automatic: boolean;
  readonly onLoad: () => void;
}

/** The end of an endless list: loads by itself shortly before it is scrolled into view, and by its button. */
export function LoadMore({ busy, automatic, onLoad }: LoadMoreProps) {
  const end = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(onLoad);

  useEffect(() => {
    const element = end.current;
    if (element === null || busy || !automatic) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) load();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [busy, automatic]);

  return (
    <div ref={end} className={styles.end}>
      <Button busy={busy} onClick={onLoad}>
        {busy ? 'Loading more' : 'Show more'}
      </Button>
    </div>
  );
}
