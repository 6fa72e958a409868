import { useEffect, useMemo, useRef } from 'react';
import styles from './prose.module.css';

interface ProseProps {
  /** Markup that the server has sanitised: it is inserted as it is. */
  readonly html: string;
}

/** Rendered Markdown, set for reading. */
export function Prose({ html }: ProseProps) {
  const root = useRef<HTMLDivElement>(null);
  // React inserts the markup anew for every new object, and would undo what the effect below adds to it.
  const markup = useMemo(() => ({ __html: html }), [html]);

  useEffect(() => {
    root.current?.querySelectorAll('table').forEach((table) => {
      const frame = document.createElement('div');
      table.replaceWith(frame);
      frame.append(table);
      makeScrollable(frame, 'Table');
    });
    root.current?.querySelectorAll('pre').forEach((block) => {
      makeScrollable(block, 'Code');
    });
  }, [html]);

  return <div ref={root} className={styles.prose} dangerouslySetInnerHTML={markup} />;
}

/** What is wider than the page scrolls by itself, and so needs the focus to be scrolled with the keyboard. */
function makeScrollable(element: HTMLElement, label: string): void {
  element.tabIndex = 0;
  element.role = 'group';
  element.ariaLabel = label;
  element.dataset.scrollable = '';
}
