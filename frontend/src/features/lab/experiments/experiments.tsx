import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useApi, useHttpClient } from '../../../api/api-context';
import type { Lab } from '../../../api/generated/types.gen';
import { labOptions } from '../lab-queries';
import { foreignInitiator } from './availability';
import { chapters, experiments } from './chapters';
import { Contents } from './contents';
import { ExperimentArticle } from './experiment-article';
import styles from './experiments.module.css';

/** The guided experiments, one after the other, as a text that can be tried out. */
export function Experiments() {
  const { data: offer } = useQuery(labOptions(useHttpClient()));
  return offer === undefined || offer === 'off' ? null : <Guide offer={offer} />;
}

function Guide({ offer }: { readonly offer: Lab }) {
  const { origin } = useApi();
  const pageOrigin = window.location.origin;
  const foreign = foreignInitiator(origin, pageOrigin);
  useLinkedExperiment();
  return (
    <div className={styles.columns}>
      <Contents />
      <div className={styles.text}>
        <p className={styles.lead}>
          {foreign === 'client'
            ? `This page is at ${pageOrigin} and its server at ${origin}: two origins, so every call below is a true one, made by this very browser.`
            : `This page and its server are of one origin, ${origin}, where CORS has no say. So the experiments call from a page on another port, in a small window that opens for it.`}
        </p>
        {chapters.map(({ title, lead, experiments: ofChapter }) => (
          <section key={title} className={styles.chapter}>
            <h2 className={styles.title}>{title}</h2>
            <p className={styles.about}>{lead}</p>
            {ofChapter.map((experiment) => (
              <ExperimentArticle
                key={experiment.id}
                experiment={experiment}
                number={experiments.indexOf(experiment) + 1}
                foreign={foreign}
                offer={offer}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

/** Goes to the experiment that the address names, also when its link is followed once more. */
function useLinkedExperiment(): void {
  const { hash, key } = useLocation();
  const id = experiments.find((each) => hash === `#${each.id}`)?.id;
  useEffect(() => {
    if (id === undefined) return;
    const article = document.getElementById(id);
    article?.scrollIntoView();
    article?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }, [id, key]);
}
