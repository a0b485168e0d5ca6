import type { IssuerFace } from '@laurel/core/issuer';
import { publishedAchievements } from '@laurel/store/public/achievements';
import { issuers } from '@laurel/store/public/issuers';
import { asc, eq } from 'drizzle-orm';
import type { PublicDatabase } from './database.ts';
import { faceOf } from './issuer.ts';

export type PublishedAchievement = typeof publishedAchievements.$inferSelect;

export type AchievementWithIssuer = PublishedAchievement & { readonly face: IssuerFace };

/** A published version of an achievement with the face of who awards it; null where there is none. */
export async function findAchievement(
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

/** The most versions that an issuer's page looks through. */
const MAX_LISTED = 500;

/** What an issuer has published, in the order of slugs: of each achievement its last version. */
export async function achievementsOf(
  db: PublicDatabase,
  issuer: string,
): Promise<readonly PublishedAchievement[]> {
  const versions = await db
    .select()
    .from(publishedAchievements)
    .where(eq(publishedAchievements.issuer, issuer))
    .orderBy(asc(publishedAchievements.slug), asc(publishedAchievements.version))
    .limit(MAX_LISTED);
  return [...new Map(versions.map((version) => [version.slug, version])).values()];
}
