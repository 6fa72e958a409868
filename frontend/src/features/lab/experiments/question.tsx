import { useId } from 'react';
import type { Answer } from './experiment';
import styles from './question.module.css';

interface QuestionProps {
  readonly question: string;
  readonly answers: readonly Answer[];
  readonly chosen: Answer | null;
  readonly onChoose: (answer: Answer) => void;
}

/** What does the reader expect? Nobody has to say so to go on. */
export function Question({ question, answers, chosen, onChoose }: QuestionProps) {
  const name = useId();
  return (
    <fieldset className={styles.question}>
      <legend className={styles.legend}>{question}</legend>
      {answers.map((answer) => (
        <label key={answer.text} className={styles.answer}>
          <input
            type="radio"
            name={name}
            checked={answer === chosen}
            onChange={() => {
              onChoose(answer);
            }}
          />
          <span>{answer.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
