import { classNames } from '../../../ui/class-names';
import table from '../table.module.css';
import { TraceSteps } from '../trace/trace-steps';
import { CaseDetails } from './case-details';
import { kindNames, type RunCase } from './case-outcome';
import styles from './cases.module.css';

const outcomes = {
  passed: { word: 'passed', icon: 'check' },
  failed: { word: 'failed', icon: 'close' },
  departs: { word: 'departs', icon: 'alert' },
} as const;

/** One case, which opens to what it is about, what was expected and found, and why. */
export function CaseItem({ each, result, outcome, departure }: RunCase) {
  return (
    <li>
      <CaseDetails id={each.id} title={each.title} outcome={outcomes[outcome]} usual={outcome === 'passed'}>
        {() => (
          <>
            <p className={styles.text}>
              {kindNames[each.kind]}. Derived from {each.basis.join('; ')}.
            </p>
            {each.note !== undefined && <p className={styles.text}>{each.note}</p>}
            {departure !== null && <p className={styles.text}>{departure}</p>}
            <Expectations result={result} id={each.id} />
            {result.trace.length > 0 && (
              <TraceSteps label={`${each.id}, step by step`} trace={result.trace} />
            )}
          </>
        )}
      </CaseDetails>
    </li>
  );
}

function Expectations({ result, id }: { readonly result: RunCase['result']; readonly id: string }) {
  return (
    <table className={classNames(table.table, styles.compared)} aria-label={`${id}, expected and found`}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Expected</th>
          <th scope="col">Found</th>
        </tr>
      </thead>
      <tbody>
        {result.compared.map(({ what, expected, found, agrees }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{expected}</td>
            <td>
              {found} {agrees ? '' : '(differs)'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
