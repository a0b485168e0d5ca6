import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { maps } from '@laurel/store/private/desk';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { findMap, ofMap } from './find-map.ts';

/**
 * Takes back what was changed since a map was published, or the whole map where it never was; as it was
 * read.
 */
export async function discardMap(
  desk: Desk,
  { issuer, accountId }: Actor,
  slug: string,
  revision: number,
): Promise<Result<null, Failure>> {
  const found = await findMap(desk, issuer, slug);
  if (found === null) return refuse({ reason: 'page_unknown' });
  const { store, nowSeconds } = desk;
  const asRead = and(ofMap(issuer, slug), eq(maps.revision, revision));
  const takeBack = store
    .update(maps)
    .set({
      draft: sql`${maps.published}`,
      revision: sql`${maps.revision} + 1`,
      updatedBy: accountId,
      updatedAtSeconds: nowSeconds,
    })
    .where(and(asRead, isNotNull(maps.published)))
    .returning({ slug: maps.slug });
  const remove = store
    .delete(maps)
    .where(and(asRead, isNull(maps.published)))
    .returning({ slug: maps.slug });
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act: 'map_discarded', subject: slug },
    { ifChanged: true },
  );
  const [, discarded] = await store.batch([
    entry.before,
    found.published === null ? remove : takeBack,
    entry.after,
  ]);
  return discarded.length > 0 ? ok(null) : refuse({ reason: 'draft_changed' });
}
