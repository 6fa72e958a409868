import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../../ui/button';
import type { RunResult } from '../runs/run-result';
import { asCurl } from './as-curl';
import { asPlaywrightTest } from './as-playwright';
import { Code } from './code-block';
import styles from './run-actions.module.css';
import { secretsOf, setupPath } from './setup-link';
import { sentNothing } from './unsent';
import { useCopy } from './use-copy';

interface Copyable {
  readonly label: string;
  readonly textOf: (result: RunResult) => string;
  readonly said: string;
}

const copyables: readonly Copyable[] = [
  { label: 'Copy link', textOf: linkOf, said: 'The link is copied.' },
  { label: 'Copy as curl', textOf: asCurl, said: 'The commands are copied.' },
  { label: 'Copy as Playwright test', textOf: asPlaywrightTest, said: 'The test is copied.' },
];

/** What one takes along from a run. */
export function RunActions({ result }: { readonly result: RunResult }) {
  const copy = useCopy();
  const shown = useRef<HTMLElement>(null);
  const [uncopied, setUncopied] = useState<string | null>(null);

  function show(text: string): HTMLElement | null {
    // It has to be there before it can be selected.
    flushSync(() => {
      setUncopied(text);
    });
    return shown.current;
  }

  return (
    <div className={styles.actions} role="group" aria-label="Take this run along">
      <div className={styles.buttons}>
        {copyables.map(({ label, textOf, said }) => (
          <Button
            key={label}
            onClick={() => {
              const text = textOf(result);
              setUncopied(null);
              // The commands are nothing but the reason then.
              const isReason = textOf === asCurl && sentNothing(result);
              const copied = isReason ? 'Nothing was sent. Why not is copied.' : said;
              void copy(text, copied + leftOutOf(result), () => show(text));
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      {uncopied !== null && <Code code={uncopied} ref={shown} />}
    </div>
  );
}

/** Whoever opens it sees the same setup, and runs it or not. */
function linkOf({ setup }: RunResult): string {
  return new URL(setupPath(setup), window.location.href).href;
}

/** Whoever takes along a run with a secret is told that the secret stayed here. */
function leftOutOf({ setup }: RunResult): string {
  const names = secretsOf(setup);
  if (names.length === 0) return '';
  return names.length === 1
    ? ` The value of ${names.join()} is left out.`
    : ` The values of ${names.join(', ')} are left out.`;
}
