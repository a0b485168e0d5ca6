import type { HeldCollection } from '@laurel/contracts/showing-rpc';
import { inSet } from '@laurel/store/in-set';
import { collectionHolders } from '@laurel/store/private/schema';
import { collections } from '@laurel/store/public/schema';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** The ids of an account's collections, and of what an interruption left of some. */
export async function collectionIdsOf(
  { privateStore }: Signing,
  holderAccountId: string,
): Promise<readonly string[]> {
  const rows = await privateStore
    .select({ id: collectionHolders.collectionId })
    .from(collectionHolders)
    .where(eq(collectionHolders.accountId, holderAccountId));
  return rows.map(({ id }) => id);
}

/** All collections of an account, by their titles. */
export async function heldCollections(
  signing: Signing,
  holderAccountId: string,
): Promise<readonly HeldCollection[]> {
  const own = await collectionIdsOf(signing, holderAccountId);
  const rows = await signing.publicStore
    .select()
    .from(collections)
    .where(inArray(collections.id, inSet(own)))
    .orderBy(asc(collections.title), asc(collections.id));
  return rows.map(({ id, members, ...row }) => ({
    ...row,
    collectionId: id,
    credentialIds: members,
  }));
}
