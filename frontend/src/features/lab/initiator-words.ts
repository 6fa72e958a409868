import type { InitiatorName } from './runs/setup';

/** How the pages that calls start from are spoken of, within a sentence. */
export const initiatorWords: Readonly<Record<InitiatorName, string>> = {
  client: 'this page',
  'another-port': 'a page on another port',
  'another-site': 'a page on 127.0.0.1',
  subdomain: 'a page on a.localhost',
  null: 'a sandboxed frame',
};
