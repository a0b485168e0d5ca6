import type { AchievementMap } from '@laurel/core/achievement-map';
import type { Failure } from '@laurel/core/failure';
import { lacksOf, type MapLack } from '@laurel/core/map-lack';
import { ok, type Result, refuse } from '@laurel/core/result';
import { maps } from '@laurel/store/private/desk';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { workNow } from '../awarding/work-now.ts';
import type { Desk } from '../env.ts';
import { findMap, isChanged, ofMap } from './find-map.ts';
import { awardedNow, knownAchievements, namedOn } from './known-achievements.ts';

/** What a map still lacks before others can read it. */
export async function lacksOfMap(
  desk: Desk,
  issuer: string,
  map: AchievementMap,
): Promise<readonly MapLack[]> {
  return lacksOf(map, awardedNow(await knownAchievements(desk, issuer, namedOn(map))));
}

/** Has others read a map as it is drawn now, as whoever publishes it has read it. */
export async function publishMap(
  desk: Desk,
  actor: Actor,
  slug: string,
  revision: number,
): Promise<Result<null, Failure>> {
  const found = await findMap(desk, actor.issuer, slug);
  if (found === null) return refuse({ reason: 'page_unknown' });
  if (found.revision !== revision) return refuse({ reason: 'draft_changed' });
  if (found.state === 'published' && !isChanged(found))
    return refuse({ reason: 'draft_unchanged' });
  const lacks = await lacksOfMap(desk, actor.issuer, found.draft);
  if (lacks.length > 0) return refuse({ reason: 'map_incomplete', lacks });
  const changed = await change(desk, actor, slug, 'map_published', {
    set: { published: sql`${maps.draft}`, state: 'published' },
    where: eq(maps.revision, revision),
  });
  return changed ? ok(null) : refuse({ reason: 'draft_changed' });
}

/** Keeps a map up no more: whoever has its address still reads it, and is told so. */
export async function retireMap(
  desk: Desk,
  actor: Actor,
  slug: string,
): Promise<Result<null, Failure>> {
  const changed = await change(desk, actor, slug, 'map_retired', {
    set: { state: 'retired' },
    where: eq(maps.state, 'published'),
  });
  return changed ? ok(null) : notChanged(desk, actor, slug, { reason: 'map_not_published' });
}

/** Keeps it up again, as it was published last. */
export async function reinstateMap(
  desk: Desk,
  actor: Actor,
  slug: string,
): Promise<Result<null, Failure>> {
  const changed = await change(desk, actor, slug, 'map_reinstated', {
    set: { state: 'published' },
    where: eq(maps.state, 'retired'),
  });
  return changed ? ok(null) : notChanged(desk, actor, slug, { reason: 'map_not_retired' });
}

async function notChanged(
  desk: Desk,
  { issuer }: Actor,
  slug: string,
  failure: Failure,
): Promise<Result<null, Failure>> {
  const found = await findMap(desk, issuer, slug);
  return refuse(found === null ? { reason: 'page_unknown' } : failure);
}

type Change = {
  readonly set: { readonly published?: SQL; readonly state: 'published' | 'retired' };
  readonly where: SQL;
};

/** The change, its audit entry and the work at the signer in one transaction; false where nothing changed. */
async function change(
  desk: Desk,
  { issuer, accountId }: Actor,
  slug: string,
  act: 'map_published' | 'map_retired' | 'map_reinstated',
  { set, where }: Change,
): Promise<boolean> {
  const publishing = workNow(desk, { task: 'publish_map', issuer, map: slug });
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act, subject: slug },
    { ifChanged: true },
  );
  const [, changed] = await desk.store.batch([
    entry.before,
    desk.store
      .update(maps)
      .set({ ...set, edition: sql`${maps.edition} + 1` })
      .where(and(ofMap(issuer, slug), where))
      .returning({ slug: maps.slug }),
    entry.after,
    publishing.ifChanged,
  ]);
  if (changed.length === 0) return false;
  await publishing.work();
  return true;
}
