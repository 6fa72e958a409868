import type { Chapter, Experiment } from './experiment';
import { logInChapter } from './log-in-experiments';
import { preflightChapter } from './preflight-experiments';
import { siteChapter } from './site-experiments';

/** All experiments, in the order in which they build on each other. */
export const chapters: readonly Chapter[] = [logInChapter, preflightChapter, siteChapter];

export const experiments: readonly Experiment[] = chapters.flatMap((chapter) => chapter.experiments);
