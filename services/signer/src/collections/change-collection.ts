import type { CollectionContent } from '@laurel/contracts/showing-rpc';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { collections, shownBefore } from '@laurel/store/public/schema';
import { and, eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { mustBeCollectable } from './collectable.ts';
import { forgetId } from './collection-id.ts';
import { collectionIdsOf } from './held-collections.ts';

/** Changes what a collection is. Of two edits of the same revision the second is refused. */
export async function changeCollection(
  signing: Signing,
  holderAccountId: string,
  collectionId: string,
  revision: number,
  content: CollectionContent,
): Promise<Result<null, Failure>> {
  const held = await mustHoldCollection(signing, holderAccountId, collectionId);
  if (!held.ok) return held;
  const collectable = await mustBeCollectable(signing, holderAccountId, content);
  if (!collectable.ok) return collectable;
  const { title, words, credentialIds: members } = content;
  const changed = await signing.publicStore
    .update(collections)
    .set({ title, words, members, revision: revision + 1 })
    .where(and(eq(collections.id, collectionId), eq(collections.revision, revision)))
    .returning({ id: collections.id });
  return changed.length === 1 ? ok(null) : refuse({ reason: 'collection_changed' });
}

/** Switches a collection's link on or off, for its holder. */
export async function setCollectionVisible(
  signing: Signing,
  holderAccountId: string,
  collectionId: string,
  visible: boolean,
): Promise<Result<null, Failure>> {
  const held = await mustHoldCollection(signing, holderAccountId, collectionId);
  if (!held.ok) return held;
  const set = await signing.publicStore
    .update(collections)
    .set({ visible })
    .where(eq(collections.id, collectionId))
    .returning({ id: collections.id });
  return set.length === 1 ? ok(null) : refuse({ reason: 'collection_unknown' });
}

/** Erases a collection; the credentials in it stay. */
export async function deleteCollection(
  signing: Signing,
  holderAccountId: string,
  collectionId: string,
): Promise<Result<null, Failure>> {
  const held = await mustHoldCollection(signing, holderAccountId, collectionId);
  if (!held.ok) return held;
  const { publicStore } = signing;
  await publicStore.batch([
    publicStore.delete(collections).where(eq(collections.id, collectionId)),
    publicStore.delete(shownBefore).where(eq(shownBefore.id, collectionId)),
  ]);
  await forgetId(signing, collectionId);
  return ok(null);
}

/** Refuses unless the account holds the collection; a stranger's answer is that there is none. */
export async function mustHoldCollection(
  signing: Signing,
  holderAccountId: string,
  collectionId: string,
): Promise<Result<null, Failure>> {
  const own = await collectionIdsOf(signing, holderAccountId);
  return own.includes(collectionId) ? ok(null) : refuse({ reason: 'collection_unknown' });
}
