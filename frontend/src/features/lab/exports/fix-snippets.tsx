import { useSyncExternalStore } from 'react';
import { Tabs } from '../../../ui/tabs';
import type { LabCall } from '../runs/setup';
import type { CheckStep } from '../standard/trace';
import { CodeBlock } from './code-block';
import { placeNames, type Place, type Snippet } from './fix';
import { fixFor } from './fix-snippet';
import styles from './fix-snippets.module.css';

/** Which framework a person reads snippets for: the same in all of them, and until the page is left. */
let chosenPlace: Place | null = null;
const listeners = new Set<() => void>();

function choose(place: Place): void {
  chosenPlace = place;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface FixSnippetsProps {
  /** The one that failed. */
  readonly step: CheckStep;
  /** Of the page that called. */
  readonly origin: string;
  readonly call: LabCall;
}

/** What mends a failed step, as code for each place where it can be mended; nothing where nothing is to be set. */
export function FixSnippets({ step, origin, call }: FixSnippetsProps) {
  const chosen = useSyncExternalStore(subscribe, () => chosenPlace);
  const fix = fixFor(step, { origin, call });
  if (fix === null) return null;
  const { advice, snippets } = fix;
  const shown = snippets.find(({ place }) => place === chosen) ?? snippets[0];
  return (
    <div className={styles.fix}>
      <p>{advice}</p>
      {snippets.length === 1 ? (
        <CodeOf snippet={snippets[0]} />
      ) : (
        <Tabs
          label="Where to mend it"
          chosen={shown.place}
          onChoose={choose}
          tabs={snippets.map((snippet) => ({
            name: snippet.place,
            label: placeNames[snippet.place],
            content: <CodeOf snippet={snippet} />,
          }))}
        />
      )}
    </div>
  );
}

function CodeOf({ snippet: { place, code } }: { readonly snippet: Snippet }) {
  return <CodeBlock name={placeNames[place]} code={code} />;
}
