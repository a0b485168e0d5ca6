import { inSet } from '@laurel/store/in-set';
import { collectionHolders, intents } from '@laurel/store/private/schema';
import { collections, retiredLinks, shownBefore } from '@laurel/store/public/schema';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { collectionIdsOf } from '../collections/held-collections.ts';
import { amongDatabases } from '../databases.ts';
import type { Signing } from '../env.ts';

/**
 * Erases what somebody arranged of their credentials: collections with their words, what was on before they
 * hid everything, and which links were replaced. May be repeated.
 */
export async function forgetShowing(
  signing: Signing,
  accountId: string,
  credentialIds: readonly string[],
): Promise<void> {
  const sets = await collectionIdsOf(signing, accountId);
  for (const { of, ids } of amongDatabases(signing, [...credentialIds, ...sets])) {
    const { publicStore } = of;
    await publicStore.batch([
      publicStore.delete(collections).where(inArray(collections.id, inSet(ids))),
      publicStore.delete(shownBefore).where(inArray(shownBefore.id, inSet(ids))),
      publicStore.delete(retiredLinks).where(inArray(retiredLinks.credentialId, inSet(ids))),
    ]);
  }
  await signing.privateStore
    .delete(collectionHolders)
    .where(
      and(
        eq(collectionHolders.accountId, accountId),
        inArray(collectionHolders.collectionId, inSet(sets)),
      ),
    );
}

/**
 * Cuts what leads from credentials to their award, to one another, and to who holds a record. Comes last: it
 * is also the way by which the rest is found.
 */
export async function cutFromAwards(
  { privateStore }: Signing,
  credentialIds: readonly string[],
): Promise<void> {
  await privateStore
    .update(intents)
    .set({
      awardId: '',
      recordHolder: null,
      endorsement: null,
      requestKey: sql`'erased:' || credential_id`,
      requestHash: '',
    })
    .where(and(inArray(intents.credentialId, inSet(credentialIds)), ne(intents.state, 'recorded')));
}
