import { explain } from '../../../api/api-error';
import { initiatorWords } from '../initiator-words';
import type { RunFailure } from './use-lab-run';

/** Why a run could not be made, and what to do. */
export function failureText(failure: RunFailure): string {
  switch (failure.kind) {
    case 'refused':
      return explain(failure.error);
    case 'window-blocked':
      return `This browser did not let the Lab open ${initiatorWords[failure.initiator]}. Allow pop-up windows for this address, then run it again.`;
    case 'window-closed':
      return 'The Lab’s window was closed before the run was over. Run it again, and leave the window open until then.';
    case 'initiator-missing':
      return `This run starts from ${initiatorWords[failure.initiator]}, which did not answer. Leave its window open until the run is over, and run it again; if it does not open at all, this server does not offer it.`;
  }
}
