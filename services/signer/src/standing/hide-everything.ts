import { inSet } from '@laurel/store/in-set';
import { awards, endorsements, intents } from '@laurel/store/private/schema';
import { badgeFeed, collections, credentials, shownBefore } from '@laurel/store/public/schema';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { collectionIdsOf } from '../collections/held-collections.ts';
import { amongDatabases } from '../databases.ts';
import type { Signing } from '../env.ts';
import { linkedOf } from './released-of.ts';

/**
 * Switches off every link of an account, in one transaction for each database, and remembers which were on: all of
 * it, or nothing; what they wrote of others too. Done twice it is as done once. What is being signed just now starts hidden too.
 */
export async function hideEverything(signing: Signing, holderAccountId: string): Promise<void> {
  const { privateStore } = signing;
  const ofAccount = privateStore
    .select({ id: awards.id })
    .from(awards)
    .where(eq(awards.accountId, holderAccountId));
  const written = privateStore
    .select({ id: endorsements.id })
    .from(endorsements)
    .where(eq(endorsements.endorserAccountId, holderAccountId));
  await privateStore
    .update(intents)
    .set({ visible: false })
    .where(
      and(
        eq(intents.state, 'recorded'),
        or(
          inArray(intents.awardId, ofAccount),
          eq(intents.recordHolder, holderAccountId),
          inArray(intents.endorsement, written),
        ),
      ),
    );
  const links = await linkedOf(signing, holderAccountId);
  const sets = await collectionIdsOf(signing, holderAccountId);
  for (const { of, ids } of amongDatabases(signing, [...links, ...sets])) await hideHere(of, ids);
}

/** An id names a credential or a collection, and never both. */
async function hideHere({ publicStore }: Signing, ids: readonly string[]): Promise<void> {
  const own = inSet(ids);
  await publicStore.batch([
    publicStore
      .insert(shownBefore)
      .select(sql`select 'credential', id from credentials where visible = 1 and id in ${own}`)
      .onConflictDoNothing(),
    publicStore
      .insert(shownBefore)
      .select(sql`select 'collection', id from collections where visible = 1 and id in ${own}`)
      .onConflictDoNothing(),
    publicStore
      .insert(shownBefore)
      .select(sql`select 'listed', credential_id from badge_feed where credential_id in ${own}`)
      .onConflictDoNothing(),
    publicStore.update(credentials).set({ visible: false }).where(inArray(credentials.id, own)),
    publicStore.update(collections).set({ visible: false }).where(inArray(collections.id, own)),
    publicStore.delete(badgeFeed).where(inArray(badgeFeed.credentialId, own)),
  ]);
}
