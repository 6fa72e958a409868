import type { Finding, PolicyCheckResult } from '../../../api/generated/types.gen';
import { Badge } from '../../../ui/badge';
import styles from './check-editor.module.css';

interface CheckResultProps {
  readonly result: PolicyCheckResult;
}

/** All findings in the order in which the server tells them. */
export function CheckResult({ result: { starts, findings } }: CheckResultProps) {
  return (
    <div className={styles.result}>
      <h3 className={styles.answer}>{answer(starts, findings)}</h3>
      {findings.length > 0 && (
        <ol className={styles.findings}>
          {findings.map((finding, index) => (
            <li key={index} className={styles.finding}>
              <Badge>{finding.severity === 'mistake' ? 'Mistake' : 'Warning'}</Badge>
              <p>
                <code>{finding.key}</code> {finding.value !== '' && <code>{finding.value}</code>}
              </p>
              <p>{sentenceOf(finding.why)}</p>
              <p className={styles.instead}>{finding.instead}.</p>
            </li>
          ))}
        </ol>
      )}
    </div>
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
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}
