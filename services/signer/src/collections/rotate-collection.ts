import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { collections, shownBefore } from '@laurel/store/public/schema';
import { and, eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { mustHoldCollection } from './change-collection.ts';
import { collectionIdFor, forgetId } from './collection-id.ts';

/**
 * Gives a collection another address, under which it is as it was. The change is one statement; of two at
 * once the second finds nothing at the old address.
 */
export async function rotateCollection(
  signing: Signing,
  holderAccountId: string,
  collectionId: string,
  requestKey: string,
): Promise<Result<string, Failure>> {
  const { publicStore } = signing;
  const fresh = await collectionIdFor(signing, holderAccountId, `rotate:${requestKey}`);
  const held = await mustHoldCollection(signing, holderAccountId, collectionId);
  if (held.ok) {
    await publicStore.batch([
      publicStore.update(collections).set({ id: fresh }).where(eq(collections.id, collectionId)),
      publicStore
        .update(shownBefore)
        .set({ id: fresh })
        .where(and(eq(shownBefore.thing, 'collection'), eq(shownBefore.id, collectionId))),
    ]);
  }
  const [moved] = await publicStore
    .select({ id: collections.id })
    .from(collections)
    .where(eq(collections.id, fresh));
  if (moved === undefined) await forgetId(signing, fresh);
  else if (held.ok) await forgetId(signing, collectionId);
  return moved === undefined ? refuse({ reason: 'collection_unknown' }) : ok(fresh);
}
