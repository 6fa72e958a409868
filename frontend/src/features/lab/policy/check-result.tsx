import type { Finding, PolicyCheckResult } from '../../../api/generated/types.gen';
import { CodeBlock } from '../exports/code-block';
import { capitalized } from '../wording';
import styles from './check-result.module.css';
import { lineOf, mendingsOf, type Mending } from './mending';

interface CheckResultProps {
  readonly result: PolicyCheckResult;
}

/** All findings in the order in which the server tells them; those of one setting together, with what mends them all. */
export function CheckResult({ result: { starts, findings } }: CheckResultProps) {
  return (
    <div className={styles.result}>
      <h3 className={styles.answer}>{answer(starts, findings)}</h3>
      {findings.length > 0 && (
        <ol className={styles.findings}>
          {mendingsOf(findings).map((mending) => (
            <li key={`${mending.key} ${mending.instead}`} className={styles.finding}>
              <Mend mending={mending} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Mend({ mending: { key, instead, findings } }: { readonly mending: Mending }) {
  const line = lineOf(key, instead);
  return (
    <>
      <h4 className={styles.setting}>
        <code>{key}</code>
      </h4>
      <ul className={styles.complaints}>
        {findings.map(({ severity, value, why }, index) => (
          <li key={index}>
            <strong className={severity === 'mistake' ? styles.mistake : styles.warning}>
              {severity === 'mistake' ? 'Mistake' : 'Warning'}
            </strong>{' '}
            {value !== '' && <code>“{value}”</code>} {sentenceOf(why)}
          </li>
        ))}
      </ul>
      {line === null ? (
        <p>{instead}.</p>
      ) : (
        <>
          <p>{line.lead}</p>
          <CodeBlock name={key} code={line.code} />
          {line.rest !== null && <p>{line.rest}</p>}
        </>
      )}
    </>
  );
}

function answer(starts: boolean, findings: readonly Finding[]): string {
  if (!starts) {
    const mistakes = findings.filter(({ severity }) => severity === 'mistake').length;
    return mistakes === 1
      ? 'It would not start: there is one mistake.'
      : `It would not start: there are ${mistakes} mistakes.`;
  }
  return findings.length === 0 ? 'It would start.' : 'It would start, and warn.';
}

function sentenceOf(why: string): string {
  if (/^https?:/.test(why)) return `${why}.`;
  return `${capitalized(why)}.`;
}
