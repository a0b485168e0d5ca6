import { ok, type Result, refuse } from '@laurel/core/result';
import * as z from 'zod';

/** Who logged in, as the wiki says at this moment. */
export type Identity = {
  /** The global (CentralAuth) account id, decimal, as text. The key of a person. */
  readonly accountId: string;
  /** Null where the account is hidden. */
  readonly username: string | null;
  /** Suppressed on the wikis: no name of theirs, old or new, may be shown. */
  readonly hidden: boolean;
  /** Blocked on Meta, which is the wiki that was asked. Says nothing of other wikis. */
  readonly blockedOnMeta: boolean;
};

/** Only what we keep is read; edit counts, groups and rights are not our business. */
const Profile = z.object({
  sub: z.string(),
  username: z.string().min(1).optional(),
  blocked: z.boolean().optional(),
});

const GLOBAL_ACCOUNT_ID = /^[1-9][0-9]*$/;

/**
 * The identity in an answer of `oauth2/resource/profile`.
 *
 * Extension:OAuth, `UserStatementProvider::getUserProfile`: `sub` is the id as text, `"0"` for an
 * account that is not attached to a global one; a hidden account has no `username`.
 */
export function identityIn(
  profile: unknown,
): Result<Identity, { readonly reason: 'account_unattached' | 'profile_malformed' }> {
  const read = Profile.safeParse(profile);
  if (!read.success) return refuse({ reason: 'profile_malformed' });
  const { sub, username = null, blocked = false } = read.data;
  if (!GLOBAL_ACCOUNT_ID.test(sub)) return refuse({ reason: 'account_unattached' });
  return ok({ accountId: sub, username, hidden: username === null, blockedOnMeta: blocked });
}
