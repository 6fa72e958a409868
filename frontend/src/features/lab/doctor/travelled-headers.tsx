import { MessageLines } from '../message-lines';
import { lineOf } from '../results/recorded-lines';
import type { Header } from '../standard/lab-request';
import type { Evidence } from './evidence';
import { ReportPart } from './report-part';
import styles from './travelled-headers.module.css';

/** The header lines of each answer, with those that decide in front: what Preflight got, and what the page may read. */
export function TravelledHeaders({ evidence }: { readonly evidence: Evidence }) {
  const { outcome, recorded } = evidence;
  if (recorded.length === 0 && outcome?.kind !== 'answered' && outcome?.kind !== 'rejected') return null;
  return (
    <ReportPart title="The headers of the answers">
      {recorded.length > 0 && (
        <p>
          What the browser itself got stays hidden from this page. Preflight sent the same once more, without
          cookies, and shows what came back.
        </p>
      )}
      {recorded.map(({ kind, answer }) => (
        <div className={styles.answer} key={`${kind} ${answer.method} ${answer.url}`}>
          <h4>{kind === 'preflight' ? 'The preflight’s answer' : 'The answer'}, as Preflight got it</h4>
          <p className={styles.line}>
            {answer.method} {answer.url}: {answer.status}, {answer.httpVersion}, {answer.millis} ms
          </p>
          <HeaderLines headers={answer.headers} />
        </div>
      ))}
      {outcome?.kind === 'answered' && (
        <div className={styles.answer}>
          <h4>The answer, as this page may read it</h4>
          <p className={styles.line}>
            {outcome.status}, {outcome.millis} ms
            {outcome.redirectedTo !== null && `, redirected to ${outcome.redirectedTo}`}
          </p>
          <HeaderLines headers={outcome.headers} />
        </div>
      )}
      {outcome?.kind === 'rejected' && (
        <div className={styles.answer}>
          <h4>What this page got</h4>
          <p className={styles.line}>TypeError: {outcome.message}</p>
        </div>
      )}
    </ReportPart>
  );
}

function HeaderLines({ headers }: { readonly headers: readonly Header[] }) {
  if (headers.length === 0) return <p>No header at all.</p>;
  const decides = ({ name }: Header) => /^(?:access-control-|vary$|location$)/i.test(name);
  const decisive = headers.filter(decides);
  const others = headers.filter((header) => !decides(header));
  return <MessageLines framed lines={[...decisive, ...others].map(lineOf)} decisive={decisive.length} />;
}
