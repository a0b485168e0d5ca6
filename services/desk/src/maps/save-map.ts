import { MapContent } from '@laurel/contracts/map-requests';
import type { AchievementMap } from '@laurel/core/achievement-map';
import type { Failure, Issue } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { maps } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { ofMap } from './find-map.ts';
import { knownAchievements, namedOn } from './known-achievements.ts';

/**
 * Keeps a map over the revision that its author had read; of two who change the same one is told, and
 * nothing of the other's is lost. Refused too where it names an achievement that there is not. The new
 * revision.
 */
export async function saveMap(
  desk: Desk,
  actor: Actor,
  slug: string,
  revision: number,
  map: AchievementMap,
): Promise<Result<number, Failure>> {
  const unknown = await unknownOn(desk, actor.issuer, map);
  if (unknown.length > 0) return refuse({ reason: 'request_invalid', issues: unknown });
  const [saved] = await desk.store
    .update(maps)
    .set({
      // In the shape and the order of the schema, so that maps are compared as they are written.
      draft: MapContent.parse(map),
      revision: sql`${maps.revision} + 1`,
      updatedBy: actor.accountId,
      updatedAtSeconds: desk.nowSeconds,
    })
    .where(and(ofMap(actor.issuer, slug), eq(maps.revision, revision)))
    .returning({ revision: maps.revision });
  return saved === undefined ? refuse({ reason: 'draft_changed' }) : ok(saved.revision);
}

async function unknownOn(
  desk: Desk,
  issuer: string,
  map: AchievementMap,
): Promise<readonly Issue[]> {
  const known = await knownAchievements(desk, issuer, namedOn(map));
  const detail = 'There is no such achievement.';
  const steps = map.lanes.flatMap(({ steps }, lane) =>
    steps.flatMap(({ achievement }, place) =>
      known.has(achievement)
        ? []
        : [{ pointer: `/lanes/${lane}/steps/${place}/achievement`, detail }],
    ),
  );
  const { milestone } = map;
  return milestone === null || known.has(milestone.achievement)
    ? steps
    : [...steps, { pointer: '/milestone/achievement', detail }];
}
