import type { InitiatorName } from './runs/setup';

interface InitiatorWords {
  /** Within a sentence. */
  readonly page: string;
  /** How it stands to a server on localhost. */
  readonly relation: string;
}

/** How the pages that calls start from are spoken of. */
export const initiatorWords: Readonly<Record<InitiatorName, InitiatorWords>> = {
  client: { page: 'this page', relation: '' },
  'another-port': {
    page: 'a page on another port',
    relation: 'another origin of the same site',
  },
  'another-site': { page: 'a page on 127.0.0.1', relation: 'another site' },
  subdomain: { page: 'a page on a.localhost', relation: 'another site' },
  null: { page: 'a sandboxed frame', relation: 'a page without an origin, “null”' },
};
