import { CaseDetails } from './case-details';
import styles from './cases.module.css';
import type { HostileResult } from './hostile-origin';

const outcomes = {
  refused: { word: 'refused', icon: 'check' },
  failed: { word: 'let in', icon: 'close' },
  client: { word: 'a client here', icon: 'alert' },
  own: { word: 'own origin', icon: 'alert' },
} as const;

const senders = {
  yes: 'A page of an attacker makes a browser send exactly this.',
  some: 'Some browsers or apps can be made to send this.',
  no: 'Only programs send this, no browser.',
} as const;

/** One hostile origin, which opens to what it is and whom it would fool. */
export function HostileItem({ each, outcome, complaints, undeliverable }: HostileResult) {
  return (
    <li>
      <CaseDetails
        id={each.id}
        title={printable(each.origin)}
        literal
        outcome={outcomes[outcome]}
        usual={outcome === 'refused'}
      >
        {() => (
          <>
            <p className={styles.text}>
              {each.name}, to be taken for {each.trusted}: {each.reason}. {senders[each.browserSends]}
            </p>
            {each.foolsNaiveMatcher.length > 0 && (
              <p className={styles.text}>
                It fools servers that compare so: {each.foolsNaiveMatcher.join(', ')}.
              </p>
            )}
            {undeliverable.map((why) => (
              <p key={why} className={styles.text}>
                No such request arrives: {why}
              </p>
            ))}
            {complaints.map((complaint, index) => (
              <p key={index} className={styles.text}>
                {complaint}
              </p>
            ))}
          </>
        )}
      </CaseDetails>
    </li>
  );
}

const longestShown = 120;

/** What cannot be seen is written as its code point. */
export function printable(text: string): string {
  const seen = text
    .slice(0, longestShown)
    .replace(/[^!-~]/gu, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`);
  if (text === '') return '(empty)';
  return text.length > longestShown ? `${seen}… (${text.length} characters)` : seen;
}
