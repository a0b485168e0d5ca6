import { type Result, refuse } from '@laurel/core/result';
import { retryAfterSecondsOf } from './retry-after.ts';

/** Why a login ended without an identity. */
export type LoginRefusal =
  /** The person said no on the wiki's page. */
  | { readonly reason: 'login_denied' }
  /** The answer belongs to another attempt, or its code is used up, too old or not a code. */
  | { readonly reason: 'login_expired' }
  /** The wiki account is not part of a global one, so there is no id to know the person by. */
  | { readonly reason: 'account_unattached' }
  /** Wikimedia failed, refused for now, or answered something unreadable. */
  | { readonly reason: 'wikimedia_unavailable'; readonly retryAfterSeconds: number };

/** The refusal for an answer that is of no use; the answer says how long to wait. */
export function unavailable(answer: Response): Result<never, LoginRefusal> {
  return refuse({
    reason: 'wikimedia_unavailable',
    retryAfterSeconds: retryAfterSecondsOf(answer),
  });
}
