import { Link } from 'react-router';
import { useMediaQuery } from '../../../ui/use-media-query';
import { chapters, experiments } from './chapters';
import styles from './contents.module.css';

/** The way to each experiment: beside the text, or folded above it where there is no room. */
export function Contents() {
  const isBeside = useMediaQuery('(min-width: 64rem)');
  if (isBeside) {
    return (
      <nav className={styles.beside} aria-label="Experiments">
        <Chapters />
      </nav>
    );
  }
  return (
    <nav aria-label="Experiments">
      <details className={styles.above}>
        <summary>All {experiments.length} experiments</summary>
        <Chapters />
      </details>
    </nav>
  );
}

function Chapters() {
  return (
    <ol className={styles.chapters}>
      {chapters.map((chapter) => (
        <li key={chapter.title}>
          <p className={styles.title}>{chapter.title}</p>
          <ol>
            {chapter.experiments.map((experiment) => (
              <li key={experiment.id}>
                <Link className={styles.link} to={`#${experiment.id}`}>
                  <span className={styles.number}>{experiments.indexOf(experiment) + 1}</span>
                  {experiment.title}
                </Link>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
