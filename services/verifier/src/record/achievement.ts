import type { IssuerFace } from '@laurel/core/issuer';
import { publishedAchievements } from '@laurel/store/public/achievements';
import { issuers } from '@laurel/store/public/issuers';
import { and, asc, eq, inArray, max } from 'drizzle-orm';
import { firstFound, type PublicDatabase, type PublicDatabases } from './database.ts';
import { faceOf } from './issuer.ts';

export type PublishedAchievement = typeof publishedAchievements.$inferSelect;

export type AchievementWithIssuer = PublishedAchievement & { readonly face: IssuerFace };

/** A published version of an achievement with the face of who awards it; null where there is none. */
export function findAchievement(
  { each }: PublicDatabases,
  id: string,
): Promise<AchievementWithIssuer | null> {
  return firstFound(each, (db) => findAchievementIn(db, id));
}

async function findAchievementIn(
  db: PublicDatabase,
  id: string,
): Promise<AchievementWithIssuer | null> {
  const published = eq(publishedAchievements.id, id);
  const issuer = db
    .select({ issuer: publishedAchievements.issuer })
    .from(publishedAchievements)
    .where(published);
  const [[row], [face]] = await db.batch([
    db.select().from(publishedAchievements).where(published),
    db.select().from(issuers).where(eq(issuers.slug, issuer)),
  ]);
  if (row === undefined) return null;
  if (face === undefined) throw new Error(`the achievement ${id} has no issuer on record`);
  return { ...row, face: faceOf(face) };
}

/** The id of the newest version under a slug; null where no issuer has published it, or more than one. */
export async function newestVersionOf(
  { each }: PublicDatabases,
  slug: string,
): Promise<string | null> {
  const newest = (await Promise.all(each.map((db) => newestVersionsIn(db, slug)))).flat();
  const [only] = newest;
  return only === undefined || newest.length > 1 ? null : only.id;
}

/** Of two issuers at most: more than one is as good as none. */
function newestVersionsIn(db: PublicDatabase, slug: string) {
  // Beside `max`, SQLite gives the id of the row that holds it (SELECT, Section 2.5).
  return db
    .select({ id: publishedAchievements.id, version: max(publishedAchievements.version) })
    .from(publishedAchievements)
    .where(
      and(
        // Named, so that the index by issuer, slug and version serves.
        inArray(publishedAchievements.issuer, db.select({ slug: issuers.slug }).from(issuers)),
        eq(publishedAchievements.slug, slug),
      ),
    )
    .groupBy(publishedAchievements.issuer)
    .limit(2);
}

/** The most versions that an issuer's page looks through. */
const MAX_LISTED = 500;

/** What an issuer awards, in the order of slugs: of each achievement its last version. */
export async function achievementsOf(
  db: PublicDatabase,
  issuer: string,
): Promise<readonly PublishedAchievement[]> {
  return lastVersions(await versionsOf(db, issuer));
}

/** The statement that reads the versions of what an issuer awards, older ones first. */
export function versionsOf(db: PublicDatabase, issuer: string) {
  return db
    .select()
    .from(publishedAchievements)
    .where(and(eq(publishedAchievements.issuer, issuer), eq(publishedAchievements.retired, false)))
    .orderBy(asc(publishedAchievements.slug), asc(publishedAchievements.version))
    .limit(MAX_LISTED);
}

/** Of each achievement its last version. */
export function lastVersions(
  versions: readonly PublishedAchievement[],
): readonly PublishedAchievement[] {
  return [...new Map(versions.map((version) => [version.slug, version])).values()];
}
