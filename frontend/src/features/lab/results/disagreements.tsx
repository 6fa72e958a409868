import { Icon } from '../../../ui/icon';
import type { Disagreement } from '../runs/run-result';
import styles from './disagreements.module.css';
import { outcomeWords } from './verdict';

const subjects: Readonly<Record<Disagreement['about'], string>> = {
  outcome: 'what the page got',
  status: 'the status',
  headers: 'the headers that the page could read',
  requests: 'the requests that were sent',
  cookie: 'the cookie',
};

/** How prediction and reality differ, which is worth a report: one of them is wrong. */
export function Disagreements({ disagreements }: { readonly disagreements: readonly Disagreement[] }) {
  return (
    <div className={styles.disagreements}>
      <p className={styles.title}>
        <Icon name="alert" />
        The three do not agree. Believe what was observed: either this browser departs from the standard, or
        the prediction is wrong.
      </p>
      <ul className={styles.list}>
        {disagreements.map(({ about, predicted, found }) => (
          <li key={about}>
            About {subjects[about]}, <q>{inWords(about, predicted)}</q> was predicted, and{' '}
            <q>{inWords(about, found)}</q> was found.
          </li>
        ))}
      </ul>
    </div>
  );
}

function inWords(about: Disagreement['about'], value: string): string {
  if (value === '') return 'none';
  if (about === 'outcome' && isOutcome(value)) return outcomeWords[value].replace(/\.$/, '');
  return value.split('\n').join(', and then ');
}

function isOutcome(value: string): value is keyof typeof outcomeWords {
  return value in outcomeWords;
}
