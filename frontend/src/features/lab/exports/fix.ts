/** Where a snippet belongs. */
export type Place = 'page' | 'answer' | 'micronaut' | 'spring' | 'nestjs' | 'express' | 'nginx';

export const placeNames: Readonly<Record<Place, string>> = {
  page: 'In the page',
  answer: 'The header',
  micronaut: 'Micronaut',
  spring: 'Spring',
  nestjs: 'NestJS',
  express: 'Express',
  nginx: 'nginx',
};

export interface Snippet {
  readonly place: Place;
  readonly code: string;
}

/** What mends a failed step: one sentence, and the code for each place where it can be mended. */
export interface Fix {
  readonly advice: string;
  readonly snippets: readonly [Snippet, ...Snippet[]];
}
