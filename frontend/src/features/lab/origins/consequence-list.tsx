import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import table from '../table.module.css';
import styles from './consequence-list.module.css';
import type { Consequences } from './consequences';

interface ConsequenceListProps {
  readonly consequences: Consequences | null;
  readonly other: string;
}

export function ConsequenceList({ consequences, other }: ConsequenceListProps) {
  if (consequences === null) {
    return <p>No page can call {other} with fetch, and it has no cookies: both are for http and https.</p>;
  }
  const { fetchSite, isToldSite, isCallable, cors, cookies, reason, sharing } = consequences;
  return (
    <div className={styles.list}>
      <p>{cors}</p>
      {isToldSite ? (
        <p>
          The server is told <code>Sec-Fetch-Site: {fetchSite}</code>, which no page can change.
        </p>
      ) : (
        <p>
          The server is told no <code>Sec-Fetch-Site</code>: browsers send it only to https and to this very
          machine. To plain http at any other address, <code>Origin</code> is all that names the page.
        </p>
      )}
      <table className={classNames(table.table, styles.cookies)}>
        <caption>
          Which of the server’s cookies travel with what the page sends; fetch with credentials
        </caption>
        <thead>
          <tr>
            <th scope="col">Cookie</th>
            <th scope="col">fetch</th>
            <th scope="col">a link</th>
            <th scope="col">a form, posted</th>
          </tr>
        </thead>
        <tbody>
          {cookies.map(({ attribute, fetch: script, link, form }) => (
            <tr key={attribute}>
              <th scope="row">
                <code>{attribute}</code>
              </th>
              {[script, link, form].map((isSent, index) => (
                <td key={index}>
                  <span className={isSent ? styles.sent : styles.left}>
                    <Icon name={isSent ? 'check' : 'close'} />
                    {isSent ? 'sent' : 'not sent'}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {reason !== null && <p>{reason}</p>}
      {fetchSite === 'cross-site' && isCallable && (
        <p>
          Safari, private windows and some settings send a page of another site no cookie at all, unless it is{' '}
          <code>Partitioned</code> too.
        </p>
      )}
      <p>{sharing}</p>
    </div>
  );
}
