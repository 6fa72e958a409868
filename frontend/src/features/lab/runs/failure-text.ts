import { explain } from '../../../api/api-error';
import type { RunFailure } from './use-lab-run';
import type { InitiatorName } from './setup';

/** What each page that calls is called in a sentence. */
export const initiatorNames: Readonly<Record<InitiatorName, string>> = {
  client: 'this page',
  'another-port': 'a page on another port',
  'another-site': 'a page on 127.0.0.1',
  subdomain: 'a page on a.localhost',
  null: 'a page without an origin',
};

/** Why a run could not be made, and what to do. */
export function failureText(failure: RunFailure): string {
  switch (failure.kind) {
    case 'refused':
      return explain(failure.error);
    case 'window-blocked':
      return `The browser did not open a window, and ${initiatorNames[failure.initiator]} needs one. Allow this page to open windows, then try again.`;
    case 'initiator-missing':
      return `There is no answer from ${initiatorNames[failure.initiator]}. Its window may have been closed, or this server does not offer it: that takes a server on this machine with its Lab switched on. Try again.`;
  }
}
