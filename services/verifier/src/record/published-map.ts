import { type AchievementMap, namedBy, referenceTo, stepsOf } from '@laurel/core/achievement-map';
import type { IssuerFace } from '@laurel/core/issuer';
import type { AchievementsOnMap } from '@laurel/pages/map/shown-lanes';
import { publishedAchievements } from '@laurel/store/public/achievements';
import { issuers } from '@laurel/store/public/issuers';
import { publishedMaps } from '@laurel/store/public/maps';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { PublicDatabase, PublicDatabases } from './database.ts';
import { faceOf } from './issuer.ts';

/** A map as anybody may read it, with the achievements on it as they are awarded now, or were last. */
export type PublishedMap = {
  readonly slug: string;
  readonly map: AchievementMap;
  readonly retired: boolean;
  readonly face: IssuerFace;
  readonly known: AchievementsOnMap;
};

/** A map of an issuer; null where there is none. Two round trips, the second to each database at once. */
export async function findPublishedMap(
  databases: PublicDatabases,
  issuer: string,
  slug: string,
): Promise<PublishedMap | null> {
  const db = await databases.ofIssuer(issuer);
  const [[row], [face]] = await db.batch([
    db
      .select()
      .from(publishedMaps)
      .where(and(eq(publishedMaps.issuer, issuer), eq(publishedMaps.slug, slug))),
    db.select().from(issuers).where(eq(issuers.slug, issuer)),
  ]);
  if (row === undefined) return null;
  if (face === undefined) throw new Error(`a map of ${issuer} has no issuer on record`);
  const { content: map, retired } = row;
  return {
    slug,
    map,
    retired,
    face: faceOf(face),
    known: await achievementsOn(databases, issuer, map),
  };
}

/** Of each achievement the version that is newest, of which all are retired or none. */
async function achievementsOn(
  { each }: PublicDatabases,
  issuer: string,
  map: AchievementMap,
): Promise<AchievementsOnMap> {
  const { milestone } = map;
  const named = [
    ...stepsOf(map).map(({ achievement }) => namedBy(achievement, issuer)),
    ...(milestone === null ? [] : [{ issuer, slug: milestone.achievement }]),
  ];
  const rows = (await Promise.all(each.map((db) => newestIn(db, named)))).flat();
  return new Map(
    rows.map(({ facts, ...row }) => [
      referenceTo(row, issuer),
      {
        id: row.id,
        name: facts.name,
        sourceLanguage: facts.sourceLanguage,
        issuerNames: row.issuer === issuer ? null : row.issuerNames,
        retired: row.retired,
      },
    ]),
  );
}

function newestIn(db: PublicDatabase, named: readonly unknown[]) {
  return db
    .select({
      id: publishedAchievements.id,
      issuer: publishedAchievements.issuer,
      slug: publishedAchievements.slug,
      facts: publishedAchievements.facts,
      retired: publishedAchievements.retired,
      issuerNames: issuers.names,
    })
    .from(publishedAchievements)
    .innerJoin(issuers, eq(issuers.slug, publishedAchievements.issuer))
    .where(
      sql`published_achievements.id in (select (select other.id
          from published_achievements as other
          where other.issuer = value ->> 'issuer' and other.slug = value ->> 'slug'
          order by other.version desc limit 1)
        from json_each(${JSON.stringify(named)}))`,
    );
}

/** The statement that reads the maps that an issuer keeps up, in the order of their slugs. */
export function mapsOf(db: PublicDatabase, issuer: string) {
  return db
    .select({ slug: publishedMaps.slug, map: publishedMaps.content })
    .from(publishedMaps)
    .where(and(eq(publishedMaps.issuer, issuer), eq(publishedMaps.retired, false)))
    .orderBy(asc(publishedMaps.slug));
}

export type ListedMap = Awaited<ReturnType<typeof mapsOf>>[number];
