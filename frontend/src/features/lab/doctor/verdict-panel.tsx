import { classNames } from '../../../ui/class-names';
import { Icon, type IconName } from '../../../ui/icon';
import type { SentRequest } from '../standard/prediction';
import type { Diagnosis, VerdictName } from './diagnosis';
import styles from './verdict-panel.module.css';

interface Look {
  readonly word: string;
  readonly icon: IconName;
  readonly meaning: 'allowed' | 'blocked' | 'none';
}

const looks: Readonly<Record<VerdictName, Look>> = {
  allowed: { word: 'Allowed', icon: 'check', meaning: 'allowed' },
  blocked: { word: 'Blocked', icon: 'close', meaning: 'blocked' },
  'blocked-unseen': { word: 'Blocked, and the page can’t tell by what', icon: 'close', meaning: 'blocked' },
  contradicted: { word: 'Blocked, for no reason that can be seen', icon: 'close', meaning: 'blocked' },
  refused: { word: 'Not sent: fetch refuses the call', icon: 'alert', meaning: 'blocked' },
  policy: { word: 'Blocked by this page’s own policy', icon: 'close', meaning: 'blocked' },
  'mixed-content': { word: 'Blocked as mixed content', icon: 'close', meaning: 'blocked' },
  unreachable: { word: 'Unreachable', icon: 'offline', meaning: 'none' },
};

/** The answer in a word, and in sentences what happened, why, and what to do. */
export function VerdictPanel({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { verdict, explanation, section, hint, where } = diagnosis;
  const { word, icon, meaning } = looks[verdict];
  return (
    <div className={classNames(styles.panel, styles[meaning])} role="status">
      <p className={styles.word}>
        <Icon name={icon} />
        {word}
      </p>
      <p className={styles.what}>{explanation.what}</p>
      <dl className={styles.more}>
        {where !== null && (
          <>
            <dt>Where</dt>
            <dd>{placeOf(where)}</dd>
          </>
        )}
        <dt>Why</dt>
        <dd>
          {explanation.why}
          {section !== null && (
            <>
              {' '}
              <a href={section.url} target="_blank" rel="noreferrer">
                {section.standard}, {section.title}
              </a>
            </>
          )}
        </dd>
        <dt>What to do</dt>
        <dd>{explanation.todo}</dd>
        {hint !== null && (
          <>
            <dt>Also</dt>
            <dd>{hint}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function placeOf({ kind, method, url }: SentRequest): string {
  return kind === 'preflight'
    ? `In the answer to the preflight, OPTIONS ${url}, which the browser sends first. The request itself was not sent.`
    : `In the answer to ${method} ${url}. The request has reached the server, and may have run.`;
}
