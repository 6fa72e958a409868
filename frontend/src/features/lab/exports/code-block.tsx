import { useRef, type Ref } from 'react';
import { Button } from '../../../ui/button';
import styles from './code-block.module.css';
import { useCopy } from './use-copy';

interface CodeProps {
  readonly code: string;
  readonly ref: Ref<HTMLElement>;
}

/** Code as it is shown everywhere; the reference is to what is selected where it can't be copied. */
export function Code({ code, ref }: CodeProps) {
  return (
    <pre className={styles.code}>
      <code ref={ref}>{code}</code>
    </pre>
  );
}

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
      <Code code={code} ref={text} />
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
