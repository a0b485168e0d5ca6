import type { OpenSeats } from '@laurel/core/open-seat';
import { openSeats, shownSeatFeeds } from '@laurel/store/public/open-seats';
import { asc, eq } from 'drizzle-orm';
import { achievementsOf, type PublishedAchievement } from './achievement.ts';
import type { PublicDatabase } from './database.ts';

/** Terms of a role that end in one month, with what the role is. */
type ShownSeats = OpenSeats & {
  readonly changedAtSeconds: number;
  readonly achievement: PublishedAchievement;
};

export type SeatFeed = {
  /** When it last became another: seconds since the epoch. */
  readonly changedAtSeconds: number;
  /** The earliest first. */
  readonly seats: readonly ShownSeats[];
};

/** The statement that reads whether an issuer tells everybody which of its roles end soon: one row, or none. */
export function seatFeedOf(db: PublicDatabase, issuer: string) {
  return db.select().from(shownSeatFeeds).where(eq(shownSeatFeeds.issuer, issuer));
}

/** The roles of an issuer that end soon; null where it does not tell. */
export async function findSeatFeed(db: PublicDatabase, issuer: string): Promise<SeatFeed | null> {
  const [[feed], rows] = await db.batch([
    seatFeedOf(db, issuer),
    db
      .select()
      .from(openSeats)
      .where(eq(openSeats.issuer, issuer))
      .orderBy(asc(openSeats.month), asc(openSeats.slug)),
  ]);
  if (feed === undefined) return null;
  const achievements = new Map(
    (await achievementsOf(db, issuer)).map((achievement) => [achievement.slug, achievement]),
  );
  const seats = rows.flatMap(({ issuer: _, ...row }) => {
    const achievement = achievements.get(row.slug);
    return achievement === undefined ? [] : [{ ...row, achievement }];
  });
  const moments = seats.map(({ changedAtSeconds }) => changedAtSeconds);
  return { changedAtSeconds: Math.max(feed.sinceSeconds, ...moments), seats };
}
