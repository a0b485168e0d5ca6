import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { accounts } from '@laurel/store/private/schema';
import { badgeFeed, credentials } from '@laurel/store/public/schema';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { amongDatabases, readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { releasedOf } from './released-of.ts';
import { SIGNED_NAME } from './signed-name.ts';

/**
 * The statement that lists those of these credentials that say a user name, each under the one that it says:
 * what was erased meanwhile is not listed.
 */
export function listing({ publicStore }: Signing, ids: SQL, condition: SQL = sql`true`) {
  return publicStore
    .insert(badgeFeed)
    .select(
      sql`select id, ${SIGNED_NAME} from credentials where ${isListable(ids)} and ${condition}`,
    )
    .onConflictDoNothing();
}

function isListable(ids: SQL): SQL | undefined {
  return and(
    inArray(credentials.id, ids),
    eq(credentials.disclosure, 'account'),
    inArray(credentials.state, ['active', 'suspended', 'superseded']),
  );
}

/** The credentials that an account has listed under its user name, in no order. */
export async function badgeFeedOf(
  signing: Signing,
  holderAccountId: string,
): Promise<readonly string[]> {
  const held = await releasedOf(signing, holderAccountId);
  const listed = await readAmong(signing, held, ({ publicStore }, ids) =>
    publicStore
      .select({ id: badgeFeed.credentialId })
      .from(badgeFeed)
      .where(inArray(badgeFeed.credentialId, inSet(ids))),
  );
  return listed.map(({ id }) => id);
}

/**
 * Lists exactly these credentials of an account under its user name. What is not theirs is answered as
 * what does not exist; what does not say the user name cannot be found by it.
 */
export async function setBadgeFeed(
  signing: Signing,
  holderAccountId: string,
  credentialIds: readonly string[],
): Promise<Result<null, Failure>> {
  const { privateStore } = signing;
  const [account] = await privateStore
    .select({ username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, holderAccountId));
  if (account?.username == null) return refuse({ reason: 'account_name_unknown' });
  const held = await releasedOf(signing, holderAccountId);
  if (credentialIds.some((id) => !held.includes(id))) {
    return refuse({ reason: 'credential_unknown' });
  }
  const listable = await readAmong(signing, credentialIds, ({ publicStore }, ids) =>
    publicStore
      .select({ id: credentials.id })
      .from(credentials)
      .where(isListable(inSet(ids))),
  );
  if (listable.length < new Set(credentialIds).size) {
    const detail = 'Choose credentials that say your user name and have not ended.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '/credential', detail }] });
  }
  for (const { of, ids } of amongDatabases(signing, held)) {
    const { publicStore } = of;
    const clearing = publicStore
      .delete(badgeFeed)
      .where(inArray(badgeFeed.credentialId, inSet(ids)));
    await publicStore.batch([clearing, listing(of, inSet(credentialIds))]);
  }
  return ok(null);
}
