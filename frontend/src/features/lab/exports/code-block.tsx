import { useRef } from 'react';
import { Button } from '../../../ui/button';
import styles from './code-block.module.css';
import { useCopy } from './use-copy';

interface CodeBlockProps {
  /** What the code is, such as the name of a framework. */
  readonly name: string;
  readonly code: string;
}

/** Code to take along. */
export function CodeBlock({ name, code }: CodeBlockProps) {
  const text = useRef<HTMLElement>(null);
  const copy = useCopy();
  return (
    <div className={styles.block}>
      <pre className={styles.code}>
        <code ref={text}>{code}</code>
      </pre>
      <Button
        aria-label={`Copy: ${name}`}
        onClick={() => {
          void copy(code, 'Copied.', () => text.current);
        }}
      >
        Copy
      </Button>
    </div>
  );
}
