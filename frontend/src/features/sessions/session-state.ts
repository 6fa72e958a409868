import type { Account } from '../../api/generated/types.gen';

/**
 * Who reads. `unreachable`: nobody could say yet, which is not the same as `out`, and logs nobody out. `restoring` is
 * the moment before the first answer.
 */
export type SessionState =
  | { readonly kind: 'restoring' }
  | { readonly kind: 'in'; readonly account: Account }
  | { readonly kind: 'out' }
  | { readonly kind: 'unreachable' };

/**
 * @param answer the last answer to "who am I": an account, null for a visitor, undefined before there was any
 * @param failed whether the last attempt to ask got no answer
 */
export function sessionState(answer: Account | null | undefined, failed: boolean): SessionState {
  if (answer === undefined) return failed ? { kind: 'unreachable' } : { kind: 'restoring' };
  return answer === null ? { kind: 'out' } : { kind: 'in', account: answer };
}
