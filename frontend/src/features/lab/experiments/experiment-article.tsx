import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';
import type { Lab } from '../../../api/generated/types.gen';
import { Button, LinkButton } from '../../../ui/button';
import { setupPath } from '../exports/setup-link';
import { initiatorWords } from '../initiator-words';
import { RunView } from '../results/run-view';
import { useLabRun } from '../runs/use-lab-run';
import type { InitiatorName } from '../runs/setup';
import { listed } from '../wording';
import { missingInitiators, opensWindow } from './availability';
import type { Answer, Experiment } from './experiment';
import styles from './experiment-article.module.css';
import { Lesson } from './lesson';
import { Question } from './question';
import { SetupView } from './setup-view';

interface ExperimentArticleProps {
  readonly experiment: Experiment;
  readonly number: number;
  readonly foreign: InitiatorName;
  readonly offer: Lab;
}

/** One experiment: what is tried, what one expects, what happens, and what to take away. */
export function ExperimentArticle({ experiment, number, foreign, offer }: ExperimentArticleProps) {
  const { id, title, expectation, question, answers } = experiment;
  const [chosen, setChosen] = useState<Answer | null>(null);
  const { state, run } = useLabRun();
  const titleId = useId();
  const setup = experiment.setup(foreign);
  const missing = missingInitiators(setup, offer);
  const isRunning = state.kind === 'running';
  return (
    <article id={id} className={styles.experiment} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h3 id={titleId} className={styles.title} tabIndex={-1}>
          <span className={styles.number}>{number}</span>
          <Link to={`#${id}`} className={styles.link}>
            {title}
          </Link>
        </h3>
        <p className={styles.expectation}>{expectation}</p>
      </header>
      <SetupView setup={setup} originOf={(initiator) => originOf(initiator, offer)} />
      <Question question={question} answers={answers} chosen={chosen} onChoose={setChosen} />
      {missing.length > 0 ? (
        <Unavailable missing={missing}>
          <Lesson experiment={experiment} chosen={chosen} />
        </Unavailable>
      ) : (
        <>
          <div className={styles.actions}>
            <Button
              look="primary"
              busy={isRunning}
              aria-describedby={opensWindow(setup) ? `${titleId}-window` : undefined}
              onClick={() => {
                run(setup);
              }}
            >
              {state.kind === 'done' || state.kind === 'failed' ? 'Run it again' : 'Run it'}
            </Button>
            <LinkButton look="quiet" icon="edit" to={setupPath(setup)} aria-label={`Change it: ${title}`}>
              Change it
            </LinkButton>
            {opensWindow(setup) && (
              <p id={`${titleId}-window`} className={styles.hint}>
                Opens a small window for the page that calls, and closes it afterwards.
              </p>
            )}
          </div>
          <RunView state={state} level={4} />
          {state.kind === 'done' && <Lesson experiment={experiment} chosen={chosen} />}
        </>
      )}
    </article>
  );
}

interface UnavailableProps {
  readonly missing: readonly InitiatorName[];
  readonly children: ReactNode;
}

function Unavailable({ missing, children }: UnavailableProps) {
  const pages = listed(missing.map((name) => initiatorWords[name]));
  return (
    <>
      <p className={styles.unavailable}>
        This one starts from {pages}, which a server offers only on one’s own machine. To try it, start
        Preflight there with <code>mvn -Pdev</code>.
      </p>
      {children}
    </>
  );
}

function originOf(initiator: InitiatorName, { initiators }: Lab): string | null {
  if (initiator === 'client') return window.location.origin;
  if (initiator === 'null') return 'null';
  const page = initiators.find(({ name }) => name === initiator);
  return page === undefined ? null : new URL(page.url).origin;
}
