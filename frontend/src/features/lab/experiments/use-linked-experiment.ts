import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the experiment that the address names, also when its link is followed once more. */
export function useLinkedExperiment(ids: readonly string[]): void {
  const { hash, key } = useLocation();
  const id = ids.find((each) => hash === `#${each}`);
  useEffect(() => {
    if (id === undefined) return;
    const article = document.getElementById(id);
    article?.scrollIntoView();
    article?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }, [id, key]);
}
