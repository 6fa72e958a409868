import type { SentRequest } from '../standard/lab-request';
import { useId } from 'react';
import { Icon } from '../../../ui/icon';
import { MeaningTag, type Meaning } from '../meaning';
import type { Failure } from '../standard/explanation-texts';
import { FailureNote } from '../trace/failure-note';
import type { Diagnosis, VerdictName } from './diagnosis';
import styles from './verdict-panel.module.css';

/** Each verdict's meaning, and what has to be said beside its word; null where nobody answered at all. */
const verdicts: Readonly<Record<VerdictName, { readonly meaning: Meaning; readonly more: string } | null>> = {
  allowed: { meaning: 'allowed', more: '' },
  blocked: { meaning: 'blocked', more: '' },
  'blocked-unseen': { meaning: 'blocked', more: 'The page can’t tell by what.' },
  contradicted: { meaning: 'blocked', more: 'There is no reason that can be seen.' },
  refused: { meaning: 'blocked', more: 'It was not sent: fetch refuses the call.' },
  policy: { meaning: 'blocked', more: 'This page’s own policy forbids it.' },
  'mixed-content': { meaning: 'blocked', more: 'It is mixed content.' },
  unreachable: null,
};

/** The answer in a word, and in sentences what happened, why, and what to do. */
export function VerdictPanel({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { verdict, explanation, section, hint, where, further } = diagnosis;
  const known = verdicts[verdict];
  return (
    <div className={styles.verdict} role="status">
      {known === null ? (
        <p className={styles.unreachable}>
          <Icon name="offline" />
          Unreachable
        </p>
      ) : (
        <p className={styles.known}>
          <MeaningTag meaning={known.meaning} large /> <span>{known.more}</span>
        </p>
      )}
      <FailureNote
        failure={explanation}
        section={section}
        meaning={known?.meaning ?? null}
        where={where && placeOf(where)}
        also={hint}
      />
      {further.length > 0 && <Further failures={further} />}
    </div>
  );
}

/** A browser tells one mistake at a time, and a person wants to mend them all at once. */
function Further({ failures }: { readonly failures: readonly Failure[] }) {
  const title = useId();
  return (
    <div className={styles.further}>
      <p id={title}>Mend this too: the same answer would still be refused.</p>
      <ul aria-labelledby={title}>
        {failures.map(({ what, todo }) => (
          <li key={what}>
            {what} {todo}
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeOf({ kind, method, url }: SentRequest): string {
  return kind === 'preflight'
    ? `In the answer to the preflight, OPTIONS ${url}, which the browser sends first. The request itself was not sent.`
    : `In the answer to ${method} ${url}. The request has reached your server, and may have run.`;
}
