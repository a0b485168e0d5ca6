import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { walkOf } from '@laurel/core/walk-of-map';
import { mapWalks } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { freshId } from '../../fresh-id.ts';
import { heldReferences, type ReadMap } from './maps-of-holder.ts';

function ofWalk(accountId: string, { issuer, slug }: ReadMap) {
  return and(
    eq(mapWalks.accountId, accountId),
    eq(mapWalks.issuer, issuer.slug),
    eq(mapWalks.mapSlug, slug),
  );
}

/** Whether an account told the issuer that it has walked this map. */
export async function hasTold({ store }: Desk, accountId: string, map: ReadMap): Promise<boolean> {
  const [told] = await store
    .select({ id: mapWalks.id })
    .from(mapWalks)
    .where(ofWalk(accountId, map));
  return told !== undefined;
}

/**
 * Tells the issuer's reviewers that an account has walked this map, by steps of other issuers too. Refused
 * where it has not, or the map thanks for nothing. May be repeated.
 */
export async function tellOfWalk(
  desk: Desk,
  accountId: string,
  read: ReadMap,
): Promise<Result<null, Failure>> {
  const { issuer, slug, map } = read;
  const held = await heldReferences(desk, accountId, issuer.slug);
  if (!walkOf(map, held).isWalked) return refuse({ reason: 'map_not_walked' });
  await desk.store
    .insert(mapWalks)
    .select(sql`select ${freshId()}, ${accountId}, issuer, slug, ${desk.nowSeconds} from maps
      where issuer = ${issuer.slug} and slug = ${slug} and state = 'published'`)
    .onConflictDoNothing();
  return ok(null);
}

/** Takes that back: reviewers see nothing of it any more. May be repeated. */
export async function takeWalkBack(desk: Desk, accountId: string, map: ReadMap): Promise<void> {
  await desk.store.delete(mapWalks).where(ofWalk(accountId, map));
}
