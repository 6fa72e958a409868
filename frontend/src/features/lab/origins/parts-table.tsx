import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import type { Part, PartValue } from './parts';
import table from '../table.module.css';
import styles from './parts-table.module.css';

interface PartsTableProps {
  readonly parts: readonly Part[];
  readonly one: string;
  readonly other: string;
}

/** The picture of two addresses: what they consist of, and where they agree. */
export function PartsTable({ parts, one, other }: PartsTableProps) {
  return (
    <table className={classNames(table.table, styles.parts)}>
      <caption className={styles.caption}>
        An origin is scheme, host and port. A site is scheme and registrable domain, which is underlined in
        the host.
      </caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" className={styles.address}>
            {one}
          </th>
          <th scope="col" className={styles.address}>
            {other}
          </th>
          <th scope="col">Compared</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.name}>
            <th scope="row">
              {part.name} <span className={styles.note}>of {part.of}</span>
            </th>
            <td>
              <Value value={part.one} />
            </td>
            <td>
              <Value value={part.other} />
            </td>
            <td>
              <span className={part.agrees ? styles.same : styles.different}>
                <Icon name={part.agrees ? 'check' : 'close'} />
                {part.agrees ? 'same' : 'differs'}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value: { before, marked, note } }: { readonly value: PartValue }) {
  return (
    <>
      <code className={styles.value}>
        {before}
        {marked !== '' && <span className={styles.registrable}>{marked}</span>}
      </code>
      {note !== null && <span className={styles.note}> {note}</span>}
    </>
  );
}
