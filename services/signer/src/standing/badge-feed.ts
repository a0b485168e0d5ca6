import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { accounts, awards, intents } from '@laurel/store/private/schema';
import { badgeFeed, credentials } from '@laurel/store/public/schema';
import { and, eq, inArray } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** The credentials that an account has listed under its user name, in no order. */
export async function badgeFeedOf(
  signing: Signing,
  holderAccountId: string,
): Promise<readonly string[]> {
  const held = await releasedOf(signing, holderAccountId);
  const listed = await signing.publicStore
    .select({ id: badgeFeed.credentialId })
    .from(badgeFeed)
    .where(inArray(badgeFeed.credentialId, inSet(held)));
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
  const { privateStore, publicStore } = signing;
  const [account] = await privateStore
    .select({ username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, holderAccountId));
  const username = account?.username ?? null;
  if (username === null) return refuse({ reason: 'account_name_unknown' });
  const held = await releasedOf(signing, holderAccountId);
  if (credentialIds.some((id) => !held.includes(id))) {
    return refuse({ reason: 'credential_unknown' });
  }
  const naming = await publicStore
    .select({ credentialId: credentials.id })
    .from(credentials)
    .where(
      and(
        inArray(credentials.id, inSet(credentialIds)),
        eq(credentials.disclosure, 'account'),
        inArray(credentials.state, ['active', 'suspended', 'superseded']),
      ),
    );
  if (naming.length < new Set(credentialIds).size) {
    const detail = 'Choose credentials that say your user name and have not ended.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '/credential', detail }] });
  }
  const clearing = publicStore
    .delete(badgeFeed)
    .where(inArray(badgeFeed.credentialId, inSet(held)));
  await publicStore.batch([
    clearing,
    ...naming.map((one) => publicStore.insert(badgeFeed).values({ ...one, username })),
  ]);
  return ok(null);
}

async function releasedOf(
  { privateStore }: Signing,
  holderAccountId: string,
): Promise<readonly string[]> {
  const rows = await privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(and(eq(awards.accountId, holderAccountId), eq(intents.state, 'released')));
  return rows.map(({ id }) => id);
}
