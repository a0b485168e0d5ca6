import type { CollectionContent } from '@laurel/contracts/showing-rpc';
import { MAX_COLLECTIONS } from '@laurel/core/collection';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { collections } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { mustBeCollectable } from './collectable.ts';
import { collectionIdFor, forgetId } from './collection-id.ts';
import { collectionIdsOf } from './held-collections.ts';

/** Makes a collection, its link off. May be cut off anywhere: the same request again ends it. */
export async function makeCollection(
  signing: Signing,
  holderAccountId: string,
  requestKey: string,
  content: CollectionContent,
): Promise<Result<string, Failure>> {
  const collectable = await mustBeCollectable(signing, holderAccountId, content);
  if (!collectable.ok) return collectable;
  const own = await collectionIdsOf(signing, holderAccountId);
  const id = await collectionIdFor(signing, holderAccountId, requestKey);
  if (!own.includes(id) && own.length >= MAX_COLLECTIONS) {
    await forgetId(signing, id);
    return refuse({ reason: 'collections_full', most: MAX_COLLECTIONS });
  }
  const { title, words, credentialIds: members } = content;
  const [, [made]] = await signing.publicStore.batch([
    signing.publicStore
      .insert(collections)
      .values({ id, title, words, members, visible: false })
      .onConflictDoNothing(),
    signing.publicStore.select().from(collections).where(eq(collections.id, id)),
  ]);
  if (made === undefined) throw new Error('a collection was lost as it was made');
  const same =
    made.title === title &&
    made.words === words &&
    JSON.stringify(made.members) === JSON.stringify(members);
  return same ? ok(id) : refuse({ reason: 'idempotency_key_reused' });
}
