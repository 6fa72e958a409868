import type { InitiatorName } from './setup';

/** What became of a page that a call was to start from. */
export type InitiatorFailure =
  /** The browser did not let the Lab open a window. */
  | 'window-blocked'
  /** The window was closed before the run was over. */
  | 'window-closed'
  /** This server does not offer the page, or it did not answer. */
  | 'initiator-missing';

/** Why a call could not be made at all. */
export class InitiatorError extends Error {
  override readonly name = 'InitiatorError';
  readonly kind: InitiatorFailure;
  readonly initiator: InitiatorName;

  constructor(kind: InitiatorFailure, initiator: InitiatorName) {
    super(`${kind}: ${initiator}`);
    this.kind = kind;
    this.initiator = initiator;
  }
}
