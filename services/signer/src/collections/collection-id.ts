import { collectionHolders } from '@laurel/store/private/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/** The id of the collection that this request of an account is about: recorded now, or before. */
export async function collectionIdFor(
  { privateStore }: Signing,
  accountId: string,
  requestKey: string,
): Promise<string> {
  const key = `${accountId}:${requestKey}`;
  const [, [recorded]] = await privateStore.batch([
    privateStore
      .insert(collectionHolders)
      .values({ collectionId: freshId(), accountId, requestKey: key })
      .onConflictDoNothing(),
    privateStore
      .select({ id: collectionHolders.collectionId })
      .from(collectionHolders)
      .where(eq(collectionHolders.requestKey, key)),
  ]);
  if (recorded === undefined) throw new Error('the id of a collection was lost');
  return recorded.id;
}

/** Whose a collection was, once it does not stand in PUBLIC any more. */
export async function forgetId({ privateStore }: Signing, collectionId: string): Promise<void> {
  await privateStore
    .delete(collectionHolders)
    .where(eq(collectionHolders.collectionId, collectionId));
}
