import { lastVersions, type PublishedAchievement, versionsOf } from './achievement.ts';
import type { PublicDatabase } from './database.ts';
import { faceRow, type PublishedIssuer, publishedIssuer } from './issuer.ts';
import { keysOf } from './keys.ts';
import { seatFeedOf } from './open-seats.ts';
import { type ListedMap, mapsOf } from './published-map.ts';

/** An issuer with all that its page tells. */
export type ShownIssuer = {
  readonly issuer: PublishedIssuer;
  readonly achievements: readonly PublishedAchievement[];
  readonly maps: readonly ListedMap[];
  /** True of one that tells everybody which of its roles end soon. */
  readonly tellsSeats: boolean;
};

/** What the page of an issuer needs, in one round trip of five statements; null where there is no such issuer. */
export async function findShownIssuer(
  db: PublicDatabase,
  origin: string,
  slug: string,
): Promise<ShownIssuer | null> {
  const [[row], keys, versions, maps, feeds] = await db.batch([
    faceRow(db, slug),
    keysOf(db, slug),
    versionsOf(db, slug),
    mapsOf(db, slug),
    seatFeedOf(db, slug),
  ]);
  if (row === undefined) return null;
  return {
    issuer: publishedIssuer(origin, row, keys),
    achievements: lastVersions(versions),
    maps,
    tellsSeats: feeds.length > 0,
  };
}
