import { Link } from 'react-router';
import type { Answer, Experiment } from './experiment';
import styles from './lesson.module.css';

interface LessonProps {
  readonly experiment: Experiment;
  /** What the reader expected, if that was said. */
  readonly chosen: Answer | null;
}

/** What to take away from an experiment. */
export function Lesson({ experiment, chosen }: LessonProps) {
  return (
    <div className={styles.lesson}>
      <h4 className={styles.title}>What to take away</h4>
      {chosen !== null && <p className={styles.expected}>{expectationText(experiment.answers, chosen)}</p>}
      <p className={styles.text}>{experiment.lesson}</p>
      {experiment.more !== undefined && (
        <p>
          <Link to={experiment.more.to}>{experiment.more.text}</Link>
        </p>
      )}
    </div>
  );
}

function expectationText(answers: readonly Answer[], chosen: Answer): string {
  if (chosen.isRight) return `As you expected: “${chosen.text}”`;
  const right = answers.find(({ isRight }) => isRight);
  return `You expected: “${chosen.text}” It is otherwise: “${right?.text ?? ''}”`;
}
